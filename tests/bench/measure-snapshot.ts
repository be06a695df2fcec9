import { gzipSync } from 'node:zlib';
import type { HttpClient } from './http-client.ts';
import { median } from './statistics.ts';

export interface SnapshotSample {
	cards: number;
	/** Milliseconds that the server took, and how that was found out. */
	ms: number;
	measuredBy: string;
	gzipBytes: number;
}

const SAMPLES = 60;
const PATH = '/api/v1/board';
const EMPTY_PATH = '/healthz';

/**
 * Reads the board again and again. The server's time is what it says itself in `Server-Timing`; where it says nothing, it is
 * the time of the request less that of one that does nothing.
 */
export async function measureSnapshot(
	http: HttpClient,
	signedIn: Record<string, string>
): Promise<SnapshotSample> {
	const empty: number[] = [];
	const whole: number[] = [];
	const said: number[] = [];
	let body: Buffer = Buffer.alloc(0);
	for (let sample = -SAMPLES / 2; sample < SAMPLES; sample++) {
		const nothing = await http.get(EMPTY_PATH);
		const board = await http.get(PATH, signedIn);
		body = board.body;
		if (sample < 0) continue;
		empty.push(nothing.ms);
		whole.push(board.ms);
		const timing = totalOf(String(board.headers['server-timing'] ?? ''));
		if (timing !== null) said.push(timing);
	}
	const { cards } = JSON.parse(body.toString()) as { cards: unknown[] };
	const byItself = said.length === SAMPLES;
	return {
		cards: cards.length,
		ms: byItself ? median(said) : median(whole) - median(empty),
		measuredBy: byItself ? 'Server-Timing' : `GET ${PATH} less GET ${EMPTY_PATH}, at the client`,
		gzipBytes: gzipSync(body).byteLength
	};
}

/** The milliseconds of the metric `total`, or of the only one. */
function totalOf(header: string): number | null {
	const found = /\btotal;(?:[^,]*;)?dur=([\d.]+)/.exec(header) ?? /^[^,]*dur=([\d.]+)[^,]*$/.exec(header);
	return found ? Number(found[1]) : null;
}
