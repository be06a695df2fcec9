import type { BrowserContext, Page } from '@playwright/test';
import type { Screens } from './fixtures.ts';
import { faultsOf } from './faults.ts';
import type { Person } from '#tests/support/factories.ts';
import { expect, test } from './fixtures.ts';

interface Told {
	title: string;
	body: string;
}

/** Writes down every notice that any page of a browser shows, and lets it be shown. */
async function observe(context: BrowserContext): Promise<Told[]> {
	const told: Told[] = [];
	await context.exposeFunction(
		'noteNotice',
		(title: string, body: string) => void told.push({ title, body })
	);
	await context.addInitScript(() => {
		const page = window as typeof window & { noteNotice: (...what: string[]) => void; shown: Notification[] };
		page.shown = [];
		page.Notification = class extends Notification {
			constructor(title: string, options: NotificationOptions = {}) {
				super(title, options);
				page.shown.push(this);
				page.noteNotice(title, options.body ?? '');
			}
		};
	});
	return told;
}

/** A browser of somebody who may be asked for permission, with its profile page open. */
async function browserOf(screens: Screens, person: Person, permissions = ['notifications']) {
	const page = await screens.page(person, '/profile', { permissions });
	const told = await observe(page.context());
	await page.reload();
	await page.locator('[data-running]').waitFor({ state: 'attached' });
	return { page, told, context: page.context() };
}

const choice = (page: Page, name: string) => page.getByRole('checkbox', { name });
const MOVES = 'Somebody else moves one of my jobs';
const OVERDUE = 'One of my jobs becomes overdue';

/** Waits until one of the browser's pages leads, and knows how the person's jobs stand: what comes from now on is told. */
async function isWatching(page: Page, person: Person): Promise<void> {
	await expect
		.poll(() => page.evaluate((key) => localStorage.getItem(key), `notices-known:${person.id}`))
		.not.toBeNull();
}

async function openAnother(context: BrowserContext, path: string): Promise<Page> {
	const page = await context.newPage();
	await page.goto(path);
	await page.locator('[data-running]').waitFor({ state: 'attached' });
	return page;
}

/** Presses the worker's notice, inside the worker, as the system does. */
async function pressNotice(): Promise<void> {
	const worker = self as unknown as { registration: ServiceWorkerRegistration } & EventTarget;
	const [notification] = await worker.registration.getNotifications();
	const press = (globalThis as unknown as { NotificationEvent: new (type: string, init: object) => Event })
		.NotificationEvent;
	worker.dispatchEvent(new press('notificationclick', { notification }));
}

test.describe('notices', () => {
	test('nobody is told of anything before they ask for it, and nobody is asked before they press', async ({
		shop,
		screens
	}) => {
		const { page } = await browserOf(screens, shop.ana);
		for (const name of [MOVES, OVERDUE, 'One of my jobs turns red'])
			await expect(choice(page, name)).not.toBeChecked();
		expect(await page.evaluate(() => navigator.locks.query())).toEqual({ held: [], pending: [] });
		expect(await faultsOf(page)).toEqual([]);
	});

	test('a move by somebody else is told once, however many pages are open, and an own one is not', async ({
		shop,
		screens
	}) => {
		const job = await shop.job({ status: 'QN', title: 'Signet ring' });
		const { page, told, context } = await browserOf(screens, shop.ana);
		await choice(page, MOVES).check();
		await isWatching(page, shop.ana);
		const pages = [await openAnother(context, '/work-orders'), await openAnother(context, '/contacts')];
		const ben = await screens.elsewhere(shop.ben);
		const ana = await screens.elsewhere(shop.ana);

		await ben.move(job, 'QN', 'CR');
		await expect.poll(() => told).toHaveLength(1);
		expect(told).toEqual([{ title: '#000001 Signet ring', body: 'Ben Okafor moved it to Customer review.' }]);

		await ana.move(job, 'CR', 'IP');
		await ben.move(job, 'IP', 'RP');
		await expect.poll(() => told).toHaveLength(2);
		expect(told[1]?.body).toBe('Ben Okafor moved it to Ready for pickup.');

		// Whoever led has gone: another page takes over, and tells nothing anew.
		await page.close();
		await pages[1]?.reload();
		await ben.move(job, 'RP', 'OH', { hold: { reason: 'stones' } });
		await expect.poll(() => told).toHaveLength(3);
		expect(told[2]?.body).toBe('Ben Okafor moved it to On hold.');
	});

	test('what happened while no page was open is one summary', async ({ shop, screens }) => {
		const jobs = [await shop.job({ status: 'QN' }), await shop.job({ status: 'QN' })];
		const { page, told, context } = await browserOf(screens, shop.ana);
		await choice(page, MOVES).check();
		await isWatching(page, shop.ana);
		await page.goto('about:blank');
		const ben = await screens.elsewhere(shop.ben);
		for (const job of jobs) await ben.move(job, 'QN', 'CR');

		await openAnother(context, '/contacts');
		await expect.poll(() => told).toHaveLength(1);
		expect(told[0]?.title).toBe('News of 2 of your jobs');
	});

	test('a job that becomes overdue is told although nothing happens to it', async ({
		shop,
		screens,
		database
	}) => {
		const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
		const job = await shop.job({ status: 'IP', title: 'Signet ring' });
		const { page, told } = await browserOf(screens, shop.ana);
		await choice(page, OVERDUE).check();
		await isWatching(page, shop.ana);
		await database.sql`update jobs set promised_on = ${yesterday} where shop_id = ${shop.id} and number = ${job}`;
		await page.reload();
		await expect.poll(() => told).toHaveLength(1);
		expect(told[0]).toEqual({ title: '#000001 Signet ring', body: 'Since today it is overdue.' });
	});

	test('a press on it opens the job', async ({ shop, screens }) => {
		const job = await shop.job({ status: 'QN' });
		const { page, told } = await browserOf(screens, shop.ana);
		await choice(page, MOVES).check();
		await isWatching(page, shop.ana);
		await (await screens.elsewhere(shop.ben)).move(job, 'QN', 'CR');
		await expect.poll(() => told).toHaveLength(1);
		await page.evaluate(() => {
			const { shown } = window as typeof window & { shown: Notification[] };
			shown.at(-1)?.dispatchEvent(new Event('click'));
		});
		await expect(page).toHaveURL(new RegExp(`/work-orders/${job}$`));
	});

	test('the app’s worker shows it where there is one, as phones ask for, and a press on it opens the job', async ({
		shop,
		screens
	}) => {
		const job = await shop.job({ status: 'QN', title: 'Signet ring' });
		const page = await screens.page(shop.ana, '/profile', {
			permissions: ['notifications'],
			serviceWorkers: 'allow'
		});
		await page.evaluate(async () => void (await navigator.serviceWorker.ready));
		await choice(page, MOVES).check();
		await isWatching(page, shop.ana);
		await (await screens.elsewhere(shop.ben)).move(job, 'QN', 'CR');

		const shown = () =>
			page.evaluate(async () => {
				const notices = await (await navigator.serviceWorker.ready).getNotifications();
				return notices.map(({ title, body }) => ({ title, body }));
			});
		await expect
			.poll(shown)
			.toEqual([{ title: '#000001 Signet ring', body: 'Ben Okafor moved it to Customer review.' }]);
		await page.context().serviceWorkers()[0]?.evaluate(pressNotice);
		await expect(page).toHaveURL(new RegExp(`/work-orders/${job}$`));
		await expect.poll(shown).toEqual([]);
	});

	test('[P3] signing out on one page ends it on every page', async ({ shop, screens }) => {
		screens.allow(/WebSocket|Failed to load resource/);
		const job = await shop.job({ status: 'QN' });
		const { page, told, context } = await browserOf(screens, shop.ana);
		await choice(page, MOVES).check();
		await isWatching(page, shop.ana);
		const other = await openAnother(context, '/contacts');
		await context.request.post('/sign-out', { headers: { origin: new URL(page.url()).origin } });
		await expect.poll(() => other.evaluate(() => navigator.locks.query())).toEqual({ held: [], pending: [] });
		await (await screens.elsewhere(shop.ben)).move(job, 'QN', 'CR');
		expect(told).toEqual([]);
	});

	test('what a browser does not permit is explained', async ({ shop, screens }) => {
		const { page } = await browserOf(screens, shop.ana, []);
		await page.addInitScript(() =>
			Object.defineProperty(Notification, 'permission', { get: () => 'denied' })
		);
		await page.reload();
		await expect(page.getByText('does not let Benchboard show notices')).toBeVisible();
		await expect(choice(page, MOVES)).toHaveCount(0);
		expect(await faultsOf(page)).toEqual([]);
	});
});
