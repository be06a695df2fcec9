/*
 * Renders every SVG drawing in this folder to a WebP of 960 × 720 next to it:
 *
 *   node src/lib/server/demo/drawings/render.js
 *
 * The quality starts high and comes down until the file fits in LIMIT bytes.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const WIDTH = 960;
const HEIGHT = 720;
const LIMIT = 40_000;
const BEST = 90;
const WORST = 50;

const folder = new URL('./', import.meta.url);
const sources = (await readdir(folder)).filter((name) => name.endsWith('.svg')).sort();

for (const source of sources) {
	const { data, info } = await sharp(await readFile(new URL(source, folder)))
		.resize(WIDTH, HEIGHT)
		.flatten()
		.raw()
		.toBuffer({ resolveWithObject: true });
	/** @param {number} quality */
	const encode = (quality) =>
		sharp(data, { raw: info }).webp({ quality, effort: 6, smartSubsample: true }).toBuffer();
	let quality = BEST;
	let webp = await encode(quality);
	while (webp.length > LIMIT && quality > WORST) {
		quality -= 2;
		webp = await encode(quality);
	}
	if (webp.length > LIMIT) throw new Error(`${source} does not fit in ${LIMIT} bytes`);
	const target = new URL(source.replace(/\.svg$/, '.webp'), folder);
	await writeFile(target, webp);
	process.stdout.write(`${fileURLToPath(target)}  quality ${quality}  ${webp.length} bytes\n`);
}
