import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const jobs = (page: Page) => page.locator('[data-job]');
const search = (page: Page) => page.getByRole('searchbox');

/** The numbers of the jobs that the list shows, from the top down. */
async function shows(page: Page, numbers: number[]): Promise<void> {
	const shown = () => jobs(page).evaluateAll((links) => links.map((link) => Number(link.dataset['job'])));
	await expect.poll(shown).toEqual(numbers);
}

test('[L3] a job is found as one types: by phone digits, with a typo, and closed', async ({
	shop,
	screens
}) => {
	const ring = await shop.job({
		title: 'Sapphire ring',
		columns: { customer_name: 'Inés Díaz', customer_phone: '+44 20 7946 0018' }
	});
	const closed = await shop.job({ title: 'Locket', columns: CLOSED });
	const page = await screens.page(shop.ana, '/work-orders/list?all');
	await shows(page, [closed, ring]);
	await expect(page.getByRole('row').filter({ hasText: 'Locket' })).toContainText('Picked up');

	for (const text of ['7946 0018', 'saphire', 'daiz', '#000001']) {
		await search(page).fill(text);
		await shows(page, [ring]);
		await expect(search(page)).toBeFocused();
		await expect(search(page)).toHaveValue(text);
	}
	await expect(page).toHaveURL(/\?q=%23000001$/);
	await search(page).fill('loket');
	await shows(page, [closed]);
	await page.keyboard.press('Escape');
	await shows(page, [closed, ring]);
});

test('[L3] whoever opens a job while they are typing is not called back to the list', async ({
	shop,
	screens
}) => {
	const ring = await shop.job({ title: 'Sapphire ring' });
	const page = await screens.page(shop.ana, '/work-orders/list?all');
	await shows(page, [ring]);
	await page.clock.install();
	await page.clock.pauseAt(Date.now() + 1_000);
	await search(page).fill('saph');
	await jobs(page).click();
	// A link waits for the next frame, of which the stopped clock has none.
	await page.clock.runFor(120);
	await expect(page).toHaveURL(new RegExp(`/work-orders/${ring}$`));
	// The pause in the typing, after which the list would have followed.
	await page.clock.runFor(1_000);
	await expect(jobs(page)).toHaveCount(0);
	await expect(page).toHaveURL(new RegExp(`/work-orders/${ring}$`));
});

const CLOSED = { closed_at: '2026-02-20T10:00:00.000Z', outcome: 'picked_up' };

test('[L1] an address shows the same list in another browser', async ({ shop, screens }) => {
	const late = await shop.job({ promisedOn: '2026-01-10', columns: { rush: true, customer_name: 'Zoë' } });
	const later = await shop.job({ promisedOn: '2026-01-11', columns: { rush: true, customer_name: 'Åsa' } });
	await shop.job({ promisedOn: '2026-01-12' });
	await shop.job({ promisedOn: '2199-01-12', columns: { rush: true } });
	const page = await screens.page(shop.ana, '/work-orders/list?all');

	await page.getByRole('link', { name: 'Rush' }).click();
	await page.getByRole('link', { name: 'Overdue' }).click();
	await shows(page, [later, late]);
	await page.getByText('More filters').click();
	await page.getByLabel('Salesperson').selectOption('Ana Ruiz');
	await page.getByRole('columnheader', { name: 'Customer' }).getByRole('link').click();
	await expect(page.getByRole('columnheader', { name: 'Customer' })).toHaveAttribute(
		'aria-sort',
		'ascending'
	);
	await shows(page, [later, late]);
	await page.getByRole('columnheader', { name: 'Customer' }).getByRole('link').click();
	await shows(page, [late, later]);

	const { pathname, search: query } = new URL(page.url());
	expect(query).toContain(`salesperson=${shop.ana.id}`);
	const other = await screens.page(shop.ben, pathname + query);
	await shows(other, [late, later]);
	await expect(other.getByLabel('Salesperson')).toHaveValue(shop.ana.id);
	await expect(other.getByRole('link', { name: 'Overdue' })).toHaveAttribute('aria-current', 'true');
});

test('[L1] a filter that is pressed while the one before is on its way adds to it', async ({
	shop,
	screens
}) => {
	const both = await shop.job({ promisedOn: '2026-01-10', columns: { rush: true } });
	await shop.job({ promisedOn: '2026-01-12' });
	await shop.job({ promisedOn: '2199-01-12', columns: { rush: true } });
	const page = await screens.page(shop.ana, '/work-orders/list?all');
	const held: (() => Promise<void>)[] = [];
	await page.route(/__data\.json/, (route) => void held.push(() => route.continue()));

	await page.getByRole('link', { name: 'Rush' }).click();
	await expect.poll(() => held.length).toBe(1);
	await page.getByRole('link', { name: 'Overdue' }).click();
	await page.unroute(/__data\.json/);
	for (const release of held) await release().catch(() => undefined);
	await shows(page, [both]);
	await expect(page).toHaveURL(/due=overdue&rush=true$/);
});

test('[L1] without a program the form and the links do the same', async ({ shop, screens }) => {
	const held = await shop.job({ status: 'OH', title: 'Signet ring' });
	const ring = await shop.job({ title: 'Ring' });
	const page = await screens.page(shop.ana, '/work-orders/list?all', { javaScriptEnabled: false });
	await shows(page, [ring, held]);
	await page.getByText('More filters').click();
	await page.getByLabel('Status').selectOption('On hold');
	await search(page).fill('rign');
	await page.getByRole('button', { name: 'Show', exact: true }).click();
	await shows(page, [held]);
	await page.getByRole('link', { name: 'Show all jobs' }).click();
	await shows(page, [ring, held]);
});

test('[L1] keys go through the list and open a job', async ({ shop, screens }) => {
	const first = await shop.job({ title: 'First' });
	const second = await shop.job({ title: 'Second' });
	const page = await screens.page(shop.ana, '/work-orders/list?all');

	await page.keyboard.press('/');
	await expect(search(page)).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(jobs(page).first()).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	await expect(search(page)).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`/work-orders/${first}$`));
	await page.goBack();
	await shows(page, [second, first]);
});

test('[L1] pages follow each other, and lead back', async ({ shop, screens }) => {
	for (let i = 0; i < 101; i++) await shop.job();
	const page = await screens.page(shop.ana, '/work-orders/list?sort=number');
	await expect(page.getByText('101 jobs')).toBeVisible();
	await page.getByRole('link', { name: 'Next' }).click();
	await shows(page, [101]);
	const address = page.url();
	await page.getByRole('link', { name: 'Previous' }).click();
	await expect(jobs(page)).toHaveCount(100);
	await expect(jobs(page).first()).toHaveText('#000001');
	const other = await screens.page(shop.ben, new URL(address).pathname + new URL(address).search);
	await shows(other, [101]);
});

test('[L1] board and list carry the filters along, and each person’s view is remembered', async ({
	shop,
	screens
}) => {
	const custom = await shop.job({ title: 'Ring' });
	const repair = await shop.job({ title: 'Ring', columns: { type: 'repair' } });
	const board = await screens.board(shop.ana);
	await board.page.getByRole('link', { name: 'Repair' }).click();
	await board.page.getByRole('searchbox').fill('ring');
	await board.shows('QN', [repair]);
	await expect(board.page).toHaveURL(/\?q=ring&type=repair$/);

	const remembered = board.page.waitForResponse((answer) =>
		/"view":"list"/.test(answer.request().postData() ?? '')
	);
	await board.page.getByRole('link', { name: 'List', exact: true }).click();
	await shows(board.page, [repair]);
	await expect(board.page).toHaveURL(/\/work-orders\/list\?q=ring&type=repair$/);
	await remembered;
	// What was searched for is over with the search.
	await board.page.goto('/');
	await expect(board.page).toHaveURL(/\/work-orders\/list\?type=repair$/);
	await shows(board.page, [repair]);

	await board.page.getByRole('link', { name: 'Board', exact: true }).click();
	await board.isLive();
	await board.shows('QN', [repair]);
	await board.page.getByRole('link', { name: 'All', exact: true }).click();
	await board.shows('QN', [custom, repair]);
	const ben = await screens.page(shop.ben, '/');
	await expect(ben).toHaveURL(/\/work-orders$/);
});

test('[L1] the list brings its last filters back, until they are cleared', async ({ shop, screens }) => {
	const custom = await shop.job();
	const repair = await shop.job({ columns: { type: 'repair' } });
	const page = await screens.page(shop.ana, '/work-orders/list?all');
	const saved = (search: string) =>
		page.waitForResponse((answer) => {
			return answer.request().postData() === JSON.stringify({ view: 'list', search });
		});
	let isSaved = saved('?type=repair');
	await page.getByRole('link', { name: 'Repair' }).click();
	await shows(page, [repair]);
	await isSaved;
	await page.goto('/work-orders/list');
	await expect(page).toHaveURL(/\/work-orders\/list\?type=repair$/);
	await shows(page, [repair]);

	isSaved = saved('');
	await page.getByRole('link', { name: 'All', exact: true }).click();
	await shows(page, [repair, custom]);
	await isSaved;
	await page.goto('/work-orders/list');
	await shows(page, [repair, custom]);
});

test('[L2] the board’s panel narrows it to a person or a vendor', async ({ shop, screens }) => {
	const mine = await shop.job({ status: 'CR' });
	const vended = await shop.job({ status: 'AVQ' });
	const board = await screens.board(shop.ana);
	await board.page.getByRole('button', { name: 'More filters' }).click();
	await board.page.getByLabel('Vendor', { exact: true }).selectOption('Castwell');
	await board.shows('CR', []);
	await board.shows('AVQ', [vended]);
	await expect(board.page).toHaveURL(/\?vendor=Castwell$/);
	await board.page.getByRole('button', { name: 'Clear all filters' }).click();
	await board.shows('CR', [mine]);
	await board.page.getByLabel('With a vendor').selectOption('Without a vendor');
	await board.shows('AVQ', []);
	await board.page.keyboard.press('Escape');
	await expect(board.page.getByRole('button', { name: 'More filters' })).toBeFocused();
	await board.shows('CR', [mine]);
});

test('[L1] a phone shows three lines a job, with its age, and scrolls only down', async ({
	shop,
	screens
}) => {
	await shop.job({
		title: 'A ring with a very long title that no phone has the room for',
		status: 'AVQ',
		statusSince: '2026-01-05T09:00:00Z'
	});
	const page = await screens.page(shop.ana, '/work-orders/list?all', {
		viewport: { width: 390, height: 844 },
		isMobile: true,
		hasTouch: true
	});
	await expect(page.getByText('Maria Gonzalez')).toBeVisible();
	const widths = await page.evaluate(() =>
		[document.documentElement, ...document.querySelectorAll('main, .scroll')].map(
			({ scrollWidth, clientWidth }) => scrollWidth - clientWidth
		)
	);
	expect(widths.every((overflow) => overflow <= 0)).toBe(true);
	const row = page.getByRole('row').last();
	const { height } = (await row.boundingBox()) ?? { height: 0 };
	expect(height).toBeLessThan(90);
	await expect(row.getByText(/ask the vendor/)).toBeVisible();
});

test('[L1] a job is taken in from the list too, by those who may', async ({ shop, screens }) => {
	const page = await screens.page(shop.ana, '/work-orders/list?all');
	await page.getByRole('link', { name: 'New job' }).click();
	await expect(page.getByRole('dialog', { name: 'New job' })).toBeVisible();
	const jun = await shop.person('Jun Watanabe', 'jeweler');
	const list = await screens.page(jun, '/work-orders/list?all');
	await expect(list.getByRole('link', { name: 'Export' })).toBeVisible();
	await expect(list.getByRole('link', { name: 'New job' })).toHaveCount(0);
});

test('[L1] on paper there is the list alone', async ({ shop, screens }) => {
	for (let i = 0; i < 60; i++) await shop.job();
	const page = await screens.page(shop.ana, '/work-orders/list?all');
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('banner')).toBeHidden();
	await expect(search(page)).toBeHidden();
	await expect(page.getByRole('columnheader', { name: 'Customer' })).toBeVisible();
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	expect(height).toBeGreaterThan(1000);
});
