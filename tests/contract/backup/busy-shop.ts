import { createHash } from 'node:crypto';
import type { BoardSnapshot } from '#lib/board/board.ts';
import { isEdge, STATUSES, type Status } from '#lib/jobs/status.ts';
import type { Random } from '#lib/server/demo/random.ts';
import { keysIn, readObject } from '#tests/support/stores.ts';
import type { ObjectStore } from '#lib/server/attachments/object-store.ts';
import { ask, mutation, tomorrow, type Asked } from '#tests/contract/api-client.ts';
import { answerOf, formOf } from '#tests/contract/upload-client.ts';

export interface BusyShop {
	url: string;
	token: string;
	store: ObjectStore;
	vendorId: string;
	customerId: string;
	random: Random;
	/** A picture; another one each time. */
	photo: () => Promise<Buffer>;
}

export interface Business {
	/** How often each kind of work was done so far. */
	done: Record<'moves' | 'edits' | 'uploads' | 'removals' | 'jobs', number>;
	/** The SHA-256 of every object that ever was in the store, by its key. */
	seen: Map<string, string>;
	/** Lets everybody finish what is in hand. Throws what went wrong. */
	end: () => Promise<void>;
}

/** People who move, edit, photograph, clear up and take in, each on jobs of their own, until it ends. */
export async function startBusiness(shop: BusyShop, jobs: readonly number[]): Promise<Business> {
	const { cards } = (await expectOk(shop, 'GET', '/board')) as unknown as BoardSnapshot;
	const status = new Map(cards.map((card) => [card.number, card.status]));
	let isOver = false;
	const done = { moves: 0, edits: 0, uploads: 0, removals: 0, jobs: 0 };
	const seen = new Map<string, string>();
	const everyOther = (rest: number) => jobs.filter((_, index) => index % 3 === rest);
	const until = async (work: () => Promise<void>) => {
		while (!isOver) await work();
	};
	const people = [
		until(async () => {
			const number = shop.random.pick(everyOther(0));
			status.set(number, await move(shop, number, status.get(number) ?? 'QN'));
			done.moves += 1;
		}),
		until(async () => {
			await edit(shop, shop.random.pick(everyOther(1)));
			done.edits += 1;
		}),
		until(async () => {
			const id = await upload(shop, shop.random.pick(everyOther(2)), seen);
			done.uploads += 1;
			if (shop.random.below(2) === 0) return;
			await expectOk(shop, 'DELETE', `/attachments/${id}`);
			done.removals += 1;
		}),
		until(async () => {
			const body = { type: 'repair', customerId: shop.customerId, promisedOn: tomorrow() };
			await expectOk(shop, 'POST', '/jobs', { body: { ...mutation(), ...body } });
			done.jobs += 1;
		})
	];
	const all = Promise.all(people);
	// Whoever stops early is heard at the end.
	all.catch(() => undefined);
	return { done, seen, end: () => ((isOver = true), all.then(() => undefined)) };
}

async function move(shop: BusyShop, number: number, from: Status): Promise<Status> {
	const to = shop.random.pick(STATUSES.filter((status) => isEdge(from, status)));
	const more = {
		...(to === 'OH' && { hold: { reason: 'stones' } }),
		...(to === 'AVQ' && { vendorId: shop.vendorId })
	};
	await expectOk(shop, 'POST', `/jobs/${number}/moves`, { body: { ...mutation(), from, to, ...more } });
	return to;
}

async function edit(shop: BusyShop, number: number): Promise<void> {
	const { job } = await expectOk(shop, 'GET', `/jobs/${number}`);
	const { version } = job as { version: number };
	const title = `Ring ${shop.random.below(1_000_000)}`;
	await expectOk(shop, 'PATCH', `/jobs/${number}`, { body: { ...mutation(), version, title } });
}

async function upload(shop: BusyShop, number: number, seen: Map<string, string>): Promise<string> {
	const body = formOf({ kind: 'inspiration', file: await shop.photo() });
	const { status, body: answer } = await answerOf(
		await fetch(`${shop.url}/api/v1/jobs/${number}/attachments`, {
			method: 'POST',
			headers: { authorization: `Bearer ${shop.token}` },
			body
		})
	);
	if (status !== 201) throw new Error(`An upload was answered ${status}: ${JSON.stringify(answer)}`);
	const { id } = answer.attachment as { id: string };
	const keys = await keysIn(shop.store, 'shops/');
	for (const key of keys.filter((name) => name.includes(id))) seen.set(key, await hashOf(shop.store, key));
	return id;
}

/** The SHA-256 of an object. */
export async function hashOf(store: ObjectStore, key: string): Promise<string> {
	const bytes = await readObject(store, key);
	return createHash('sha256')
		.update(bytes ?? '')
		.digest('hex');
}

async function expectOk(
	{ url, token }: BusyShop,
	method: string,
	path: string,
	asked: Asked = {}
): Promise<Record<string, unknown>> {
	const { status, body } = await ask(`${url}/api/v1${path}`, method, { token, ...asked });
	if (status >= 300) throw new Error(`${method} ${path} was answered ${status}: ${JSON.stringify(body)}`);
	return body;
}
