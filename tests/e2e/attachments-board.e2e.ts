import type { BoardPage } from './board-page.ts';
import { copyImage, dragFile, FilesCard, isDrawn, photo, type ChosenFile } from './files.ts';
import { expect, test } from './fixtures.ts';

const UPLOADS = '**/api/v1/jobs/*/attachments';
/** A8: milliseconds from the upload to every screen. */
const EVERYWHERE_MS = 3000;
/** J3: milliseconds in which a job is taken in. */
const TAKE_IN_MS = 20_000;

/** Takes in a job as somebody at the counter does, with the keyboard and the picker. */
async function takeIn({ page }: BoardPage, ...photos: ChosenFile[]): Promise<void> {
	await page.keyboard.press('n');
	const dialog = page.getByRole('dialog', { name: 'New job' });
	await dialog.getByLabel('Customer').fill('Zoe Klein');
	await page.getByRole('option', { name: 'Add “Zoe Klein”' }).click();
	await dialog.getByRole('button', { name: '+2 wk' }).click();
	const picker = page.waitForEvent('filechooser');
	await dialog.getByRole('button', { name: 'Add photos' }).click();
	await (await picker).setFiles(photos);
	await expect(dialog.getByRole('img')).toHaveCount(photos.length);
	await dialog.getByLabel('Title').fill('Signet ring');
	await page.keyboard.press('Enter');
	await expect(dialog).toHaveCount(0);
}

test('[A8, J3] a job is taken in with its photo in under 20 s, and the photo is on every screen within 3 s', async ({
	shop,
	screens
}) => {
	const anas = await screens.board(shop.ana);
	const bens = await screens.board(shop.ben);
	const uploaded = anas.page.waitForResponse((answer) => /\/attachments$/.test(answer.url()));
	const start = Date.now();
	await takeIn(anas, await photo('signet.jpg'));
	expect(Date.now() - start).toBeLessThan(TAKE_IN_MS);
	expect((await uploaded).status()).toBe(201);

	const late = Date.now() + EVERYWHERE_MS;
	for (const board of [bens, anas])
		await isDrawn(board.cardIn('QN', 1).locator('.cover img'), late - Date.now());
	await expect(anas.notice('signet.jpg was added to #000001')).toBeVisible();
});

test('[A7] a new job’s photo that does not arrive is told, and tried again from the notice', async ({
	shop,
	screens
}) => {
	screens.allow(/Failed to load resource/);
	const board = await screens.board(shop.ana);
	let posts = 0;
	await board.page.route(UPLOADS, (route) => (++posts === 1 ? route.abort() : route.continue()));
	await takeIn(board, await photo('signet.jpg'));
	const notice = board.notice('signet.jpg was not added to #000001. The connection was lost');
	await notice.getByRole('button', { name: 'Retry' }).click();
	await isDrawn(board.card(1).locator('.cover img'));
	await expect(notice).toHaveCount(0);
	expect(await shop.history(1)).toEqual(['created', 'attachment_added']);
});

test('[A7] photos of a new job are pasted, seen, and removed before it is saved', async ({
	shop,
	screens
}) => {
	const board = await screens.board(shop.ana, { permissions: ['clipboard-read', 'clipboard-write'] });
	await board.page.keyboard.press('n');
	const dialog = board.page.getByRole('dialog', { name: 'New job' });
	await expect(dialog.getByLabel('Customer')).toBeFocused();
	await copyImage(board.page);
	await board.page.keyboard.press('ControlOrMeta+v');
	await expect(dialog.getByRole('img')).toHaveCount(1);
	await dialog.getByRole('button', { name: 'Remove: image.png' }).click();
	await expect(dialog.getByRole('img')).toHaveCount(0);

	await copyImage(board.page, 'Signet ring');
	await dialog.getByLabel('Title').press('ControlOrMeta+v');
	await expect(dialog.getByLabel('Title')).toHaveValue('Signet ring');
	await expect(dialog.getByRole('img')).toHaveCount(0);

	const dragged = await dragFile(board.page, await photo('dropped.jpg'));
	await dragged.over(dialog);
	await dragged.drop(dialog);
	await expect(dialog.getByRole('img', { name: 'dropped.jpg' })).toBeVisible();
});

test('[A7, A8] a file that is dropped on a card goes to its job, and dragging cards works as before', async ({
	shop,
	screens
}) => {
	const [other, job] = [await shop.job(), await shop.job({ status: 'CR' })];
	const anas = await screens.board(shop.ana);
	const bens = await screens.board(shop.ben);
	const file = await dragFile(anas.page, await photo('idea.jpg'));
	// A file in the hand tells of itself all the time; the first word only fetches what listens.
	await expect(async () => {
		await file.over(anas.card(other));
		await expect(anas.card(other)).toHaveAttribute('data-file-over', '', { timeout: 300 });
	}).toPass();
	await file.over(anas.card(job));
	await expect(anas.card(other)).not.toHaveAttribute('data-file-over');
	await file.drop(anas.card(job));

	await expect(anas.notice('idea.jpg was added to #000002')).toBeVisible();
	await expect(anas.card(job)).not.toHaveAttribute('data-file-over');
	for (const board of [anas, bens]) await isDrawn(board.card(job).locator('.cover img'), EVERYWHERE_MS);
	await anas.shows('CR', [job]);
	await expect(anas.page.locator('#dnd-action-dragged-el')).toHaveCount(0);
	await anas.drag(job, 'IP');
	for (const board of [anas, bens]) await board.shows('IP', [job]);
	expect(await shop.history(job)).toEqual(['attachment_added', 'moved']);
});

test('[A7] a file that is dropped on a job’s panel goes to that job', async ({ shop, screens }) => {
	const [left, opened] = [await shop.job(), await shop.job({ status: 'OH' })];
	const board = await screens.board(shop.ana);
	await board.card(opened).focus();
	await board.page.keyboard.press('Enter');
	const inspiration = new FilesCard(board.page);
	await expect(inspiration.card).toBeVisible();
	const idea = await dragFile(board.page, await photo('idea.jpg'));
	const name = board.page.getByRole('dialog').getByRole('heading', { name: 'Maria Gonzalez' });
	await idea.over(name);
	await expect(inspiration.card).toContainText('Drop to add it here');
	await idea.drop(name);
	await expect(inspiration.face('idea.jpg')).toBeVisible();
	expect(await shop.history(opened)).toEqual(['attachment_added']);
	expect(await shop.history(left)).toEqual([]);
});

test('[A7] a file that is dropped beside the cards leaves the board where it is', async ({
	shop,
	screens
}) => {
	const job = await shop.job();
	const board = await screens.board(shop.ana);
	const file = await dragFile(board.page, await photo('idea.jpg'));
	for (const place of [board.column('OH'), board.page.getByRole('banner')]) {
		await file.over(place);
		await file.drop(place);
	}
	expect(await file.isKeptOut()).toBe(true);
	await board.shows('QN', [job]);
	expect(await shop.history(job)).toEqual([]);
});

test('[W13] a viewer’s board takes no files', async ({ shop, screens }) => {
	const job = await shop.job();
	const board = await screens.board(await shop.person('Priya Nair', 'viewer'));
	const file = await dragFile(board.page, await photo('idea.jpg'));
	await file.over(board.card(job));
	await expect(board.card(job)).not.toHaveAttribute('data-file-over');
	await file.drop(board.card(job));
	expect(await file.isKeptOut()).toBe(true);
	expect(await shop.history(job)).toEqual([]);
});
