import { redirect, type RequestEvent } from '@sveltejs/kit';
import { isTimeZone } from '#lib/kernel/dates.ts';
import { deviceName } from '#lib/people/device.ts';
import { HOME } from '#lib/people/next-page.ts';
import { AppError } from '#lib/server/app-error.ts';
import { loadDemoShop } from '#lib/server/demo/load-demo-shop.ts';
import { readForm, refuseForm } from '#lib/server/http/form.ts';
import { isOnThisMachine, type Visitor } from '#lib/server/http/on-this-machine.ts';
import { setSessionCookie } from '#lib/server/http/session-cookie.ts';
import { createFirstShop, shopExists } from '#lib/server/people/first-shop.ts';
import { startSession } from '#lib/server/people/sessions.ts';
import { requireSetUpAccess } from '#lib/server/people/set-up-access.ts';
import { getProcess } from '#lib/server/process.ts';
import type { Actions, PageServerLoad } from './$types';

/** P2: reachable only while no shop exists. After the demo's action the page itself shows the sign-ins. */
export const load: PageServerLoad = async (event) => {
	const isAfterAction = event.request.method === 'POST' && event.locals.session !== null;
	if (!isAfterAction && (await shopExists(event.locals.deps.db))) redirect(303, '/sign-in');
	const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
	return {
		needsCode: !isOnThisMachine(visitorOf(event)),
		timeZone,
		timeZones: [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', timeZone])]
	};
};

export const actions: Actions = {
	create: async (event) => {
		let typed: Record<string, string> = {};
		try {
			typed = await readForm(event.request);
			await requireAccess(event, typed);
			const { shopId, personId } = await createFirstShop(event.locals.deps, typed);
			await signInAs(event, { shopId, id: personId });
		} catch (error) {
			return refuse(error, event, typed);
		}
		redirect(303, HOME);
	},

	demo: async (event) => {
		let typed: Record<string, string> = {};
		try {
			typed = await readForm(event.request);
			await requireAccess(event, typed);
			return { signIns: await openDemo(event, typed.timeZone ?? '') };
		} catch (error) {
			return refuse(error, event, typed);
		}
	}
};

async function openDemo(event: RequestEvent, typedZone: string) {
	const { deps } = event.locals;
	const timeZone = isTimeZone(typedZone) ? typedZone : 'UTC';
	const demo = await loadDemoShop(deps.db, {
		now: new Date(deps.now()),
		timeZone,
		store: deps.store
	});
	const admin = demo?.people.find(({ role }) => role === 'admin');
	if (!demo || !admin) throw new AppError('setup.done');
	await signInAs(event, { shopId: demo.shopId, id: admin.id });
	return demo.people.map(({ name, email, role, password }) => ({ name, email, role, password }));
}

async function signInAs(event: RequestEvent, person: { shopId: string; id: string }): Promise<void> {
	const device = deviceName(event.request.headers.get('user-agent'));
	const { token, session } = await startSession(event.locals.deps, person, device);
	event.locals.session = session;
	setSessionCookie(event, token);
}

function refuse(error: unknown, event: RequestEvent, typed: Record<string, string>) {
	if (error instanceof AppError && error.code === 'setup.done') redirect(303, '/sign-in');
	return refuseForm(error, event, typed);
}

async function requireAccess(event: RequestEvent, { code = '' }: Record<string, string>): Promise<void> {
	if (await shopExists(event.locals.deps.db)) throw new AppError('setup.done');
	await requireSetUpAccess(visitorOf(event), code, getProcess().setUpCode);
}

function visitorOf(event: RequestEvent): Visitor {
	const { headers } = event.request;
	return { headers, address: event.getClientAddress(), origin: event.locals.config.origin };
}
