import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

/**
 * Draws the app's icons from `static/favicon.svg`; run it after that has changed: `npx tsx src/entry/draw-icons.ts`.
 * Systems that cut icons to a shape of their own get a full square with the gem inside its safe middle.
 */
const drawing = await readFile('static/favicon.svg', 'utf8');
/** The corner of the drawing's own rounded square, and the ground that a full square has instead. */
const CORNER = ' rx="7"';
const GROUND = '#0f5e5a';

/** Whole, with round corners. */
for (const size of [192, 512]) await draw(drawing, size, `static/icon-${size}.png`);
/** Android keeps the middle four fifths, Apple rounds the corners itself. */
await draw(inset(0.72), 512, 'static/icon-maskable-512.png');
await draw(inset(0.84), 180, 'static/apple-touch-icon.png');

/** The drawing at a part of its size in the middle of a full square. */
function inset(part: number): string {
	const edge = (32 - 32 * part) / 2;
	const inner = drawing.replace(/<\/?svg[^>]*>/g, '').replace(/<title>.*<\/title>/, '');
	return [
		'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
		`<rect width="32" height="32" fill="${GROUND}" />`,
		`<g transform="translate(${edge} ${edge}) scale(${part})">${inner.replace(CORNER, '')}</g>`,
		'</svg>'
	].join('');
}

async function draw(svg: string, size: number, file: string): Promise<void> {
	// Rendered at the size itself, not enlarged from the drawing's own.
	const density = (72 * size) / 32;
	await sharp(Buffer.from(svg), { density })
		.resize(size, size)
		.png({ compressionLevel: 9, palette: true })
		.toFile(file);
}
