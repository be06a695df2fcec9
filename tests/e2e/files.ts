import { writeFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import type { AttachmentKind } from '#lib/attachments/attachment.ts';
import { middleOf } from './board-page.ts';

/** A file as Playwright chooses it. */
export interface ChosenFile {
	name: string;
	mimeType: string;
	buffer: Buffer;
}

/** A photo of one color. */
export async function photo(name = 'ring.jpg', color = 'goldenrod'): Promise<ChosenFile> {
	const image = sharp({ create: { width: 800, height: 600, channels: 3, background: color } });
	return { name, mimeType: 'image/jpeg', buffer: await image.jpeg().toBuffer() };
}

export function pdf(name = 'quote.pdf'): ChosenFile {
	const text =
		'%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
		'3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
	return { name, mimeType: 'application/pdf', buffer: Buffer.from(text) };
}

export function asFile({ name, mimeType, buffer }: ChosenFile): File {
	return new File([new Uint8Array(buffer)], name, { type: mimeType });
}

/** One of the two cards of a job's page. */
export class FilesCard {
	readonly card: Locator;

	constructor(
		readonly page: Page,
		kind: AttachmentKind = 'inspiration'
	) {
		this.card = page.locator(`[data-files="${kind}"]`);
	}

	/** Chooses files in the browser's own picker. */
	async choose(...files: ChosenFile[]): Promise<void> {
		const picker = this.page.waitForEvent('filechooser');
		await this.card.getByRole('button', { name: 'Add files' }).click();
		await (await picker).setFiles(files);
	}

	/** The file that is shown large. */
	face(name: string): Locator {
		return this.card.locator('figure').filter({ hasText: name });
	}

	/** A file on its way, or one that failed. */
	upload(name: string): Locator {
		return this.card.locator('[data-upload]').filter({ hasText: name });
	}

	button(name: string): Locator {
		return this.card.getByRole('button', { name });
	}

	/** The picture has come, and is drawn. */
	async isDrawn(): Promise<void> {
		await isDrawn(this.card.locator('figure img'));
	}
}

export async function isDrawn(image: Locator, timeout?: number): Promise<void> {
	const drawn = () => image.evaluate((shown: HTMLImageElement) => shown.complete && shown.naturalWidth > 0);
	await expect(async () => expect(await drawn()).toBe(true)).toPass(timeout === undefined ? {} : { timeout });
}

/** Puts an image into the clipboard, which the page must be allowed to, with a text if one is given. */
export async function copyImage(page: Page, text?: string): Promise<void> {
	await page.evaluate(async (words) => {
		const canvas = new OffscreenCanvas(40, 30);
		canvas.getContext('2d')?.fillRect(0, 0, 9, 9);
		const image = await canvas.convertToBlob({ type: 'image/png' });
		const copied = { 'image/png': image, ...(words === undefined ? {} : { 'text/plain': words }) };
		await navigator.clipboard.write([new ClipboardItem(copied)]);
	}, text);
}

/** A file that somebody drags in from outside the browser, by the browser's own events. */
export async function dragFile(page: Page, file: ChosenFile) {
	const path = test.info().outputPath(file.name);
	writeFileSync(path, file.buffer);
	const devtools = await page.context().newCDPSession(page);
	// A file that the page does not refuse takes the page's place; not in a browser without a screen.
	await page.evaluate(() => {
		const seen: boolean[] = [];
		addEventListener('dragover', (event) => seen.push(event.defaultPrevented));
		Object.assign(window, { dragsRefused: seen });
	});
	const send = async (type: 'dragEnter' | 'dragOver' | 'drop', target: Locator) => {
		const data = { items: [], files: [path], dragOperationsMask: 1 };
		await devtools.send('Input.dispatchDragEvent', { type, ...(await middleOf(target)), data });
	};
	return {
		over: async (target: Locator) => {
			await send('dragEnter', target);
			await send('dragOver', target);
		},
		drop: (target: Locator) => send('drop', target),
		/** Whether the browser was kept from opening the file, wherever it hovered. */
		isKeptOut: async () => {
			const seen = await page.evaluate(() => (window as unknown as { dragsRefused: boolean[] }).dragsRefused);
			return seen.length > 0 && seen.every(Boolean);
		}
	};
}
