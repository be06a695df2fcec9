import type { Density } from '#lib/displays/display.ts';

export interface Viewport {
	width: number;
	height: number;
}

/** How much of a job a card shows, the most first. */
export const DETAILS = ['full', 'medium', 'compact'] as const;
export type Detail = (typeof DETAILS)[number];

/** Where everything on the wall goes. Lengths are hundredths of the screen's height (`vh`): 720p and 4K share one fit. */
export interface Fit {
	/** A hundredth of the screen's diagonal, the measure of everything beside the cards. */
	unit: number;
	/** The size of a card's type. */
	type: number;
	/** From the top of a card to the top of the next one. */
	pitch: number;
	detail: Detail;
	/** Whether cards have room for badges in full words. */
	isWide: boolean;
	/** How many rows of columns stand under each other: more than one on a screen that stands upright. */
	bands: number;
	/** How many columns stand in one of them. */
	perBand: number;
	/** How many cards of a column stand side by side. */
	lanes: number;
	/** How many cards of a column stand under each other. */
	rows: number;
}

/**
 * D2: the smallest type, as a share of the screen's diagonal, whatever its resolution. On a 55-inch screen, 1 % is type
 * of 14 mm: 22 px on 1080p, with lower-case letters 12 px or 7.6 mm high, which from 4 m is 6.6 minutes of arc. A healthy
 * eye just tells letters of 5, so this leaves a third in reserve. `dense` is the same angle from 3 m.
 */
const SMALLEST_TYPE: Record<Density, number> = { roomy: 0.01, dense: 0.0076 };

/** Beyond this, larger type only makes an almost empty wall shout. */
const LARGEST_TYPE = 2;

/** The height of a card with the gap below it, in its type: the sum of its lines in `WallCard.svelte`. */
const PITCH: Record<Detail, number> = { full: 7, medium: 5.4, compact: 3.65 };

/** The most that a compact card takes of what is left below the last row: more would tear its lines apart. */
const AIRY_PITCH = 4.2;

/** The most that a compact card takes of what is left below the last row: more would tear its lines apart. */
const AIRY_PITCH = 4.2;

/** Widths of a card in its type: pinched; with a title of twenty letters; with badges that say all they have to say. */
const WIDTH = { least: 12.5, good: 13.5, wide: 23 };

/** Margin around the picture, gap between columns, header line, a column's head with the gap below it; in units. */
export const FRAME = { margin: 0.4, gap: 0.4, header: 2.4, head: 1.9 };

/**
 * D2: fits columns into a screen. Type never becomes smaller than can be read from where people stand; as long as it
 * need not, cards show as much as they can, and then grow. `most` is the number of cards in the fullest column. What
 * does not fit is for further pages.
 */
export function fitWall(screen: Viewport, columns: number, most: number, density: Density): Fit {
	const diagonal = Math.hypot(screen.width, screen.height);
	const unit = diagonal * 0.01;
	const smallest = diagonal * SMALLEST_TYPE[density];
	const area = areaOf(screen, columns, unit, smallest);
	const found = DETAILS.flatMap((detail) => largestOf(area, most, detail, smallest))[0];
	const { detail, lanes, type } = found ?? paged(area, smallest);
	const rows = Math.max(1, Math.floor(area.height / (type * PITCH[detail]) + 1e-6));
	const pitch = airy(area, { detail, type }, rows);
	const inHeights = (length: number) => (length / screen.height) * 100;
	return {
		unit: inHeights(unit),
		type: inHeights(type),
		pitch: inHeights(pitch),
		detail,
		isWide: laneWidth(area, lanes) >= WIDTH.wide * type,
		bands: area.bands,
		perBand: area.perBand,
		lanes,
		rows
	};
}

/** What one column has for its cards. */
interface Area {
	width: number;
	height: number;
	gap: number;
	bands: number;
	perBand: number;
}

/** The fewest rows of columns in which each is wide enough for cards. */
function areaOf(screen: Viewport, columns: number, unit: number, smallest: number): Area {
	const gap = FRAME.gap * unit;
	const width = screen.width - 2 * FRAME.margin * unit;
	const height = screen.height - (2 * FRAME.margin + FRAME.header) * unit;
	const inBands = (bands: number): Area => {
		const perBand = Math.ceil(columns / bands);
		const column = (width - (perBand - 1) * gap) / perBand;
		return { width: column, height: height / bands - FRAME.head * unit, gap, bands, perBand };
	};
	const ways = Array.from({ length: Math.max(1, columns) }, (_, index) => inBands(index + 1));
	return ways.find((area) => area.width >= WIDTH.least * smallest) ?? inBands(Math.max(1, columns));
}

interface Arrangement {
	detail: Detail;
	lanes: number;
	type: number;
}

/** The largest type in which all cards of the fullest column fit, or nothing when that is too small. */
function largestOf(area: Area, most: number, detail: Detail, smallest: number): Arrangement[] {
	const ways = lanesOf(area, smallest).map((lanes) => {
		const byHeight = area.height / (Math.max(1, Math.ceil(most / lanes)) * PITCH[detail]);
		// A pinched card is better than type that cannot be read.
		const byWidth = Math.max(laneWidth(area, lanes) / WIDTH.good, smallest);
		return { detail, lanes, type: Math.min(byHeight, byWidth, smallest * LARGEST_TYPE) };
	});
	return ways.filter(({ type }) => type >= smallest).sort((a, b) => b.type - a.type);
}

/** Too many cards: as many as can be read. */
function paged(area: Area, smallest: number): Arrangement {
	return { detail: 'compact', lanes: lanesOf(area, smallest).length, type: smallest };
}

/** The pitch of so many rows: lines of a compact card stand as close as they can be told apart, and take what is left. */
function airy(area: Area, { detail, type }: Pick<Arrangement, 'detail' | 'type'>, rows: number): number {
	const pitch = type * PITCH[detail];
	if (detail !== 'compact') return pitch;
	return Math.max(pitch, Math.min(area.height / rows, type * AIRY_PITCH));
}

/** Every number of lanes that is wide enough. */
function lanesOf(area: Area, smallest: number): number[] {
	const most = Math.floor((area.width + area.gap) / (WIDTH.least * smallest + area.gap));
	return Array.from({ length: Math.max(1, most) }, (_, index) => index + 1);
}

function laneWidth({ width, gap }: Area, lanes: number): number {
	return (width - (lanes - 1) * gap) / lanes;
}
