import { copyImage, dragFile, FilesCard, pdf, photo } from './files.ts';
import { expect, test } from './fixtures.ts';

const NO_CONNECTION = /Failed to load resource/;
const UPLOADS = '**/api/v1/jobs/*/attachments';

test('[A1, A7] files come by the picker, several at a time, and the newest is the face', async ({
	shop,
	screens
}) => {
	const job = await shop.job();
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	const inspiration = new FilesCard(page);
	await expect(inspiration.card).toContainText('What the customer asks for');

	await inspiration.choose(await photo('ring.jpg'));
	await expect(inspiration.face('ring.jpg')).toContainText('Ana Ruiz');
	await inspiration.isDrawn();
	await inspiration.choose(await photo('side.jpg'), await photo('top.jpg'));
	await expect(inspiration.card.getByRole('button', { name: /^Show/ })).toHaveCount(3);
	await inspiration.button('Show ring.jpg').click();
	await expect(inspiration.face('ring.jpg')).toBeVisible();
	await expect(inspiration.card.getByRole('status')).toHaveText(/(side|top)\.jpg was added\./);
	expect(await shop.history(job)).toEqual(['attachment_added', 'attachment_added', 'attachment_added']);

	await page.reload();
	await expect(inspiration.face('ring.jpg')).toHaveCount(0);
	await expect(inspiration.face('.jpg')).toBeVisible();
});

test('[A4] a PDF is a document that opens in a tab of its own', async ({ shop, screens, app }) => {
	const job = await shop.job();
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	const drawing = new FilesCard(page, 'drawing');
	await drawing.choose(pdf('castwell.pdf'));

	const link = drawing.card.getByRole('link', { name: 'View attachment' });
	await expect(link).toHaveText('View attachment ↗');
	await expect(link).toHaveAttribute('rel', 'noopener');
	await expect(link).toHaveAttribute('target', '_blank');
	const address = new URL((await link.getAttribute('href')) ?? '', app.url).href;
	const answer = await page.request.get(address);
	expect(answer.headers()['content-type']).toBe('application/pdf');
});

test('[A7] an image that is pasted on a job’s page goes to the inspiration', async ({ shop, screens }) => {
	const job = await shop.job();
	const page = await screens.page(shop.ana, `/work-orders/${job}`, {
		permissions: ['clipboard-read', 'clipboard-write']
	});
	await expect(new FilesCard(page).card).toContainText('What the customer asks for');
	await copyImage(page);
	await page.keyboard.press('ControlOrMeta+v');
	await expect(new FilesCard(page).face('.png')).toBeVisible();
	expect(await shop.history(job)).toEqual(['attachment_added']);
});

test('[A7] a file that is dropped goes to the card below it, and to the inspiration anywhere else', async ({
	shop,
	screens
}) => {
	const job = await shop.job();
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	const [inspiration, drawing] = [new FilesCard(page), new FilesCard(page, 'drawing')];
	await expect(drawing.card).toContainText('CAD render');
	const render = await dragFile(page, await photo('render.jpg'));
	await render.over(drawing.card);
	await expect(drawing.card).toContainText('Drop to add it here');
	await render.drop(drawing.card);
	await expect(drawing.face('render.jpg')).toBeVisible();

	const idea = await dragFile(page, await photo('idea.jpg'));
	await idea.over(page.getByRole('banner'));
	await expect(inspiration.card).toContainText('Drop to add it here');
	await idea.drop(page.getByRole('banner'));
	await expect(inspiration.face('idea.jpg')).toBeVisible();
	await expect(inspiration.card).not.toContainText('Drop to add it here');
});

test('[A7] an upload shows how far it is, and can be cancelled', async ({ shop, screens }) => {
	const job = await shop.job();
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	await page.route(UPLOADS, (route) => (route.request().method() === 'POST' ? undefined : route.continue()));
	const inspiration = new FilesCard(page);
	await inspiration.choose(await photo('a.jpg'), await photo('b.jpg'), await photo('c.jpg'));
	await expect(page.getByRole('progressbar')).toHaveCount(3);
	await expect(page.getByRole('progressbar', { name: 'Sending a.jpg' })).toHaveAttribute('aria-valuenow');
	await expect(inspiration.upload('c.jpg')).toContainText('Waiting');

	await inspiration.button('Cancel: a.jpg').click();
	await expect(inspiration.upload('a.jpg')).toHaveCount(0);
	await expect(inspiration.upload('c.jpg')).not.toContainText('Waiting');
	for (const name of ['b.jpg', 'c.jpg']) await inspiration.button(`Cancel: ${name}`).click();
	await expect(inspiration.card).toContainText('What the customer asks for');
	expect(await shop.history(job)).toEqual([]);
});

test('[A7] a lost connection is told, and trying again adds the file', async ({ shop, screens }) => {
	screens.allow(NO_CONNECTION);
	const job = await shop.job();
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	let posts = 0;
	await page.route(UPLOADS, (route) =>
		route.request().method() === 'POST' && ++posts === 1 ? route.abort() : route.continue()
	);
	const inspiration = new FilesCard(page);
	await inspiration.choose(await photo('ring.jpg'));
	await expect(inspiration.upload('ring.jpg')).toContainText('The connection was lost');

	await inspiration.button('Retry: ring.jpg').click();
	await expect(inspiration.face('ring.jpg')).toBeVisible();
	await expect(inspiration.upload('ring.jpg')).toHaveCount(0);
});

test('[A7] a file whose answer was lost is added once, however often it is tried again', async ({
	shop,
	screens
}) => {
	screens.allow(NO_CONNECTION);
	const job = await shop.job();
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	let posts = 0;
	await page.route(UPLOADS, async (route) => {
		if (route.request().method() !== 'POST' || ++posts > 1) return route.continue();
		await route.fetch();
		return route.abort();
	});
	const inspiration = new FilesCard(page);
	await inspiration.choose(await photo('ring.jpg'));
	await inspiration.button('Retry: ring.jpg').click();
	await expect(inspiration.face('ring.jpg')).toBeVisible();
	expect(await shop.history(job)).toEqual(['attachment_added']);
});

test('[A2, A7] what is not taken is told in a sentence, and stays until it is put away', async ({
	shop,
	screens
}) => {
	screens.allow(NO_CONNECTION);
	const job = await shop.job();
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	const inspiration = new FilesCard(page);
	const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
	await inspiration.choose(
		{ name: 'drawing.png', mimeType: 'image/png', buffer: svg },
		{ name: 'huge.png', mimeType: 'image/png', buffer: Buffer.alloc(8_388_609) },
		{ name: 'empty.png', mimeType: 'image/png', buffer: Buffer.alloc(0) }
	);

	await expect(inspiration.upload('drawing.png')).toContainText('An SVG drawing can carry programs');
	await expect(inspiration.upload('huge.png')).toContainText('A file can have at most 8 MiB.');
	await expect(inspiration.upload('empty.png')).toContainText('This file is empty.');
	await expect(inspiration.button('Retry: huge.png')).toHaveCount(0);
	for (const name of ['drawing.png', 'huge.png', 'empty.png'])
		await inspiration.button(`Dismiss: ${name}`).click();
	await expect(inspiration.card.locator('[data-upload]')).toHaveCount(0);
	expect(await shop.history(job)).toEqual([]);
});

test('[A7] a proxy’s 413, a silent server and a sign-out are told in words of their own', async ({
	shop,
	screens
}) => {
	screens.allow(NO_CONNECTION);
	const job = await shop.job();
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	await page.clock.install();
	const inspiration = new FilesCard(page);
	await page.route(UPLOADS, (route) =>
		route.fulfill({ status: 413, contentType: 'text/html', body: '<h1>Request Entity Too Large</h1>' })
	);
	await inspiration.choose(await photo('proxy.jpg'));
	await expect(inspiration.upload('proxy.jpg')).toContainText(
		'The way to the server takes no files of this size'
	);

	await page.unroute(UPLOADS);
	await page.route(UPLOADS, () => undefined);
	await inspiration.choose(await photo('silence.jpg'));
	await expect(inspiration.upload('silence.jpg').getByRole('progressbar')).toBeVisible();
	await page.clock.runFor(61_000);
	await expect(inspiration.upload('silence.jpg')).toContainText('did not answer in time');

	await page.unroute(UPLOADS);
	await page.context().clearCookies();
	await inspiration.choose(await photo('stranger.jpg'));
	await expect(inspiration.upload('stranger.jpg')).toContainText('You are signed out');
});

test('[A7] the browser asks before a page is left with a file on its way, and not after', async ({
	shop,
	screens
}) => {
	const job = await shop.job();
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	await page.route(UPLOADS, (route) => (route.request().method() === 'POST' ? undefined : route.continue()));
	const inspiration = new FilesCard(page);
	await inspiration.choose(await photo('ring.jpg'));
	await expect(inspiration.upload('ring.jpg')).toBeVisible();

	const asked = page.waitForEvent('dialog');
	const closing = page.close({ runBeforeUnload: true });
	const dialog = await asked;
	expect(dialog.type()).toBe('beforeunload');
	await dialog.dismiss();
	await closing;
	await inspiration.button('Cancel: ring.jpg').click();
	await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
});

test('[A7] a file that fails after its page was left is told in a notice', async ({ shop, screens }) => {
	screens.allow(NO_CONNECTION);
	const job = await shop.job();
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	let fail: () => Promise<void> = () => Promise.resolve();
	let posts = 0;
	await page.route(UPLOADS, (route) => {
		if (route.request().method() !== 'POST' || ++posts > 1) return route.continue();
		fail = () => route.abort();
		return undefined;
	});
	await new FilesCard(page).choose(await photo('ring.jpg'));
	await expect.poll(() => posts).toBe(1);
	await page.getByRole('link', { name: '← Board' }).click();
	await page.locator('[data-connection="live"]').waitFor();

	await fail();
	const notice = page.locator('[data-sonner-toast]').filter({ hasText: 'ring.jpg was not added to #000001' });
	await expect(notice.getByRole('button', { name: 'Dismiss' })).toBeVisible();
	await notice.getByRole('button', { name: 'Retry' }).click();
	await expect(page.locator(`[data-item="${job}"] .cover img`)).toBeVisible();
});

test('[A6] removing asks first, and takes the file away for everybody', async ({ shop, screens }) => {
	const job = await shop.job();
	const page = await screens.page(shop.ana, `/work-orders/${job}`);
	const inspiration = new FilesCard(page);
	await inspiration.choose(await photo('ring.jpg'));
	await inspiration.button('Remove: ring.jpg').click();
	const dialog = page.getByRole('dialog', { name: 'Remove ring.jpg?' });
	await dialog.getByRole('button', { name: 'Keep it' }).click();
	await expect(inspiration.face('ring.jpg')).toBeVisible();

	await inspiration.button('Remove: ring.jpg').click();
	await dialog.getByRole('button', { name: 'Remove' }).click();
	await expect(inspiration.card).toContainText('What the customer asks for');
	await expect(inspiration.card.getByRole('heading')).toBeFocused();
	expect(await shop.history(job)).toEqual(['attachment_added', 'attachment_removed']);
});

test('[W13] a jeweler adds files and removes none, a viewer looks at them', async ({ shop, screens }) => {
	const job = await shop.job();
	const ana = await screens.elsewhere(shop.ana);
	const { buffer } = await photo();
	await ana.attach(job, 'inspiration', new File([new Uint8Array(buffer)], 'ring.jpg'));
	const path = `/work-orders/${job}`;
	const juns = new FilesCard(await screens.page(await shop.person('Jun Watanabe', 'jeweler'), path));
	await expect(juns.face('ring.jpg')).toBeVisible();
	await expect(juns.button('Add files')).toBeVisible();
	await expect(juns.button('Remove: ring.jpg')).toHaveCount(0);

	const page = await screens.page(await shop.person('Priya Nair', 'viewer'), path);
	const priyas = new FilesCard(page);
	await expect(priyas.face('ring.jpg')).toBeVisible();
	await expect(priyas.button('Add files')).toHaveCount(0);
	const dragged = await dragFile(page, await photo('idea.jpg'));
	await dragged.over(priyas.card);
	await dragged.drop(priyas.card);
	expect(await dragged.isKeptOut()).toBe(true);
	expect(await shop.history(job)).toEqual(['attachment_added']);
});
