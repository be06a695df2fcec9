import type { ByScreens, Growth } from './measure-growth.ts';

const [WIDTH, HEIGHT] = [720, 300];
/** The two fields of the picture, in its own units. */
const TOP = 40;
const BOTTOM = 245;
const LEFT = { from: 60, to: 310 };
const RIGHT = { from: 430, to: 640 };
const DASHES = ['', '6 4', '2 4'];

interface Point {
	x: number;
	y: number;
}

/** Draws what a move costs by the shop's jobs, and by screens and nodes. Both axes of each field are logarithmic. */
export function drawGrowth({ byJobs, byScreens }: Growth): string {
	const jobs = byJobs.map(({ jobs, answer }) => ({ x: jobs, y: answer }));
	const lines = [...new Set(byScreens.map(({ nodes }) => nodes))].map((nodes) => ({
		nodes,
		points: byScreens.filter((row) => row.nodes === nodes).map(toPoint)
	}));
	const left = field(LEFT, jobs, 'jobs that the shop has had');
	const right = field(RIGHT, byScreens.map(toPoint), 'screens');
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
		'<style>svg{color:#222}@media(prefers-color-scheme:dark){svg{color:#ddd}}text{fill:currentColor}path,line{stroke:currentColor;fill:none}circle{fill:currentColor}</style>',
		text({ x: LEFT.from, y: 20 }, 'a move until it is answered, ms'),
		text({ x: RIGHT.from, y: 20 }, 'a move until the last screen has it, ms'),
		left.frame,
		left.line(jobs, '', true),
		right.frame,
		// What the lines say lies too close together for figures at each of them.
		...lines.map(({ points }, index) => right.line(points, DASHES[index] ?? '', index === 0)),
		...lines.map(({ nodes, points }, index) => right.name(points, nodes, index)),
		'</svg>',
		''
	].join('\n');
}

function toPoint({ screens, last }: ByScreens): Point {
	return { x: screens, y: last };
}

function field({ from, to }: { from: number; to: number }, points: readonly Point[], title: string) {
	const xs = points.map(({ x }) => x);
	const ys = points.map(({ y }) => y);
	const across = scale([Math.min(...xs), Math.max(...xs)], [from, to]);
	const up = scale([Math.min(...ys) / 3, Math.max(...ys) * 1.5], [BOTTOM, TOP]);
	const place = ({ x, y }: Point): Point => ({ x: across(x), y: up(y) });
	const ticks = [...new Set(xs)].map((x) =>
		text({ x: across(x), y: BOTTOM + 18 }, x.toLocaleString('en'), 'middle')
	);
	const frame = [
		`<path d="M${from} ${TOP}V${BOTTOM}H${to}" stroke-opacity=".4"/>`,
		...ticks,
		text({ x: (from + to) / 2, y: BOTTOM + 40 }, title, 'middle')
	].join('\n');
	const line = (row: readonly Point[], dash: string, hasFigures: boolean) => {
		const placed = row.map(place);
		const path = placed.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L');
		const dots = row.map((point) => dot(place(point), point.y, hasFigures));
		return [`<path d="M${path}" stroke-width="1.5" stroke-dasharray="${dash}"/>`, ...dots].join('\n');
	};
	/** The name of a line stands at the right of the field, one below the other. */
	const name = (row: readonly Point[], nodes: number, index: number) => {
		const y = TOP + 14 * index;
		const last = row.at(-1)?.y ?? 0;
		const words = `${nodes} ${nodes === 1 ? 'node' : 'nodes'}: ${last.toFixed(0)}`;
		return [
			`<line x1="${to - 150}" x2="${to - 126}" y1="${y}" y2="${y}" stroke-dasharray="${DASHES[index] ?? ''}"/>`,
			text({ x: to - 120, y: y + 4 }, words)
		].join('\n');
	};
	return { frame, line, name };
}

function scale([low, high]: [number, number], [from, to]: [number, number]) {
	const span = Math.log(high) - Math.log(low) || 1;
	return (value: number) => from + ((Math.log(value) - Math.log(low)) / span) * (to - from);
}

function dot({ x, y }: Point, value: number, hasFigure: boolean): string {
	const mark = `<circle cx="${round(x)}" cy="${round(y)}" r="2.5"><title>${value.toFixed(2)} ms</title></circle>`;
	return hasFigure ? mark + text({ x: x + 6, y: y + 14 }, value.toFixed(1)) : mark;
}

function text({ x, y }: Point, words: string, anchor = 'start'): string {
	return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${words}</text>`;
}

function round(value: number): string {
	return value.toFixed(1);
}
