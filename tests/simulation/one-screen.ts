import { BoardCore } from '#lib/board/session/board-core.ts';
import type { Answer, BoardEvent } from '#lib/board/session/board-session-types.ts';
import type { BoardSnapshot } from '#lib/board/board.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { SinceAnswer } from '#lib/realtime/protocol.ts';
import { ModelServer } from './model-server.ts';
import { settle, Timeline } from './timeline.ts';

/** A request that waits for the test to answer it. */
export interface Request {
	path: string;
	body: Record<string, unknown>;
	signal?: AbortSignal;
	answer: (value: unknown) => Promise<void>;
	fail: () => Promise<void>;
}

export interface Screen {
	core: BoardCore;
	server: ModelServer;
	timeline: Timeline;
	/** Requests that wait for their answer, oldest first. */
	requests: Request[];
	/** The oldest of them, once everything that is to be sent has been. */
	next: () => Promise<Request>;
	/** Answers it as the model server does. */
	answerNext: () => Promise<void>;
	events: BoardEvent[];
	/** Where a card was shown, each time that the screen changed. */
	shown: (number: number) => (Status | 'nowhere')[];
	/** The model server does what a request asks for. */
	serve: (request: Request) => Answer<unknown>;
	/** Somebody else moves a card on the model server. */
	elsewhere: (number: number, from: Status, to: Status) => void;
	/** The log goes to the screen, as far as it is. */
	follow: () => void;
}

export const ME = { id: 'me', name: 'Me' };
const BEN = { id: 'ben', name: 'Ben' };

/** One board over a model server, whose answers a test holds in its hand; `jobs` of them in Quote needed. */
export function openScreen(jobs = 3): Screen {
	const timeline = new Timeline();
	const server = new ModelServer(
		() => timeline.now,
		() => undefined
	);
	for (let made = 0; made < jobs; made++)
		server.post({ mutationId: `first ${made}`, by: BEN, path: '/api/v1/jobs', body: {} });
	const requests: Request[] = [];
	const ask = <Value>(path: string, body: object, signal?: AbortSignal) =>
		new Promise<Value>((resolve, reject) => {
			const end = async (done: () => void) => {
				requests.splice(requests.indexOf(request), 1);
				done();
				await settle();
			};
			const request: Request = {
				path,
				body: body as Request['body'],
				...(signal && { signal }),
				answer: (value) => end(() => resolve(value as Value)),
				fail: () => end(() => reject(new Error('No answer')))
			};
			requests.push(request);
		});
	const events: BoardEvent[] = [];
	const history: ReadonlyMap<number, Status>[] = [];
	let ids = 0;
	const core = new BoardCore(
		{ snapshot: server.snapshot(), me: ME },
		{
			since: (version) => ask<SinceAnswer>('since', { version }),
			snapshot: () => ask<Answer<BoardSnapshot>>('snapshot', {}),
			post: ask
		},
		{
			elapsed: () => timeline.now,
			after: (ms, run) => timeline.after(ms, run),
			newMutationId: () => `own ${++ids}`
		},
		{
			changed: () => history.push(new Map([...core.cards].map(([number, { status }]) => [number, status]))),
			tell: (event) => events.push(event)
		}
	);
	core.start();
	const next = async () => {
		await settle();
		return requests[0]!;
	};
	const serve: Screen['serve'] = ({ path, body: { mutationId, ...body } }) =>
		server.post({ mutationId: mutationId as string, by: ME, path, body });
	return {
		core,
		server,
		timeline,
		requests,
		next,
		answerNext: async () => {
			const request = await next();
			await request.answer(serve(request));
		},
		events,
		shown: (number) => history.map((cards) => cards.get(number) ?? 'nowhere').filter(differs),
		serve,
		elsewhere: (number, from, to) => {
			const path = `/api/v1/jobs/${number}/moves`;
			server.post({ mutationId: `ben ${++ids}`, by: BEN, path, body: { from, to } });
		},
		follow: () => {
			const { version } = core;
			core.receive({ from: version, to: server.version, changes: server.log.slice(version) });
		}
	};
}

/** Connected, and up to date. */
export function openLiveScreen(jobs?: number): Screen {
	const screen = openScreen(jobs);
	screen.core.linkUp();
	screen.core.pulse({ version: screen.server.version, now: screen.server.now });
	return screen;
}

function differs<Value>(value: Value, index: number, all: Value[]): boolean {
	return index === 0 || value !== all[index - 1];
}
