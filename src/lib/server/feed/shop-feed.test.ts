import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Change } from '#lib/realtime/protocol.ts';
import { ShopFeed } from './shop-feed.ts';

function change(version: number): Change {
	return { version, at: '2026-03-02T10:00:00.000Z', by: null, number: 1, kind: 'edited' };
}

/** A feed over a log that is committed up to `committed`, and what went out of it. */
function feedOver(log: { committed: number }) {
	const out: number[] = [];
	let reads = 0;
	const read = async (since: number) => {
		reads++;
		await Promise.resolve();
		const changes = [];
		for (let version = since + 1; version <= log.committed; version++) changes.push(change(version));
		return { from: since, to: log.committed, changes };
	};
	const feed = new ShopFeed(read, ({ changes }) => out.push(...changes.map(({ version }) => version)));
	return { feed, out, reads: () => reads };
}

test('[C1] a change that is next goes out unread', async () => {
	const { feed, out, reads } = feedOver({ committed: 8 });
	await feed.start(5);
	await feed.take(change(6));
	expect(out).toEqual([6]);
	expect(reads()).toBe(0);
});

test('[C1] announcements out of order go out in order, and none twice', async () => {
	const { feed, out } = feedOver({ committed: 8 });
	await feed.start(5);
	await Promise.all([feed.take(change(8)), feed.take(change(6)), feed.take(change(7)), feed.take(change(6))]);
	expect(out).toEqual([6, 7, 8]);
});

describe('[C1] what is announced', () => {
	/** A started feed, and the versions of each message that went out of it. */
	async function messagesOf(isBusy: () => boolean) {
		const messages: number[][] = [];
		const feed = new ShopFeed(
			() => Promise.reject(new Error('nothing is missing')),
			({ changes }) => messages.push(changes.map(({ version }) => version)),
			isBusy
		);
		await feed.start(5);
		return { feed, messages };
	}

	test('goes out at once', async () => {
		const { feed, messages } = await messagesOf(() => false);
		const taken = [feed.take(change(6)), feed.take(change(7))];
		expect(messages).toEqual([[6], [7]]);
		await Promise.all(taken);
	});

	test('while many are on their way waits for them, and no longer', async () => {
		let isBusy = true;
		const { feed, messages } = await messagesOf(() => isBusy);
		const first = feed.take(change(6));
		await new Promise((resolve) => setImmediate(resolve));
		const second = feed.take(change(7));
		expect(messages).toEqual([]);
		await Promise.all([first, second]);
		isBusy = false;
		await feed.take(change(8));
		expect(messages).toEqual([[6, 7], [8]]);
	});
});

test('[C1] what is announced while the start is being read is not lost', async () => {
	const { feed, out } = feedOver({ committed: 7 });
	const early = feed.take(change(7));
	await feed.start(5);
	await early;
	expect(out).toEqual([6, 7]);
});

test('[C1] a log that cannot be read is read again when somebody hears of a version', async () => {
	const out: number[] = [];
	let isDown = true;
	const read = (since: number) =>
		isDown
			? Promise.reject(new Error('down'))
			: Promise.resolve({ from: since, to: since + 1, changes: [change(since + 1)] });
	const feed = new ShopFeed(read, ({ to }) => out.push(to));
	await feed.start(5);
	await expect(feed.hear(7)).rejects.toThrow('down');
	isDown = false;
	await feed.hear(7);
	expect(out).toEqual([6, 7]);
});

test('[C1] whatever is announced, lost, doubled or late, every version goes out once and in order', async () => {
	const announcement = fc.record({ version: fc.integer({ min: 1, max: 40 }), whole: fc.boolean() });
	await fc.assert(
		fc.asyncProperty(fc.array(announcement, { maxLength: 60 }), async (announcements) => {
			const log = { committed: 0 };
			const { feed, out } = feedOver(log);
			await feed.start(0);
			const work = announcements.map(async ({ version, whole }) => {
				log.committed = Math.max(log.committed, version);
				await (whole ? feed.take(change(version)) : feed.announce(version));
			});
			await Promise.all(work);
			await feed.hear(log.committed);
			expect(out).toEqual(Array.from({ length: log.committed }, (_, index) => index + 1));
		})
	);
});

test('[C1] announcing is found to have stopped when a version stays unannounced from one poll to the next', async () => {
	const { feed } = feedOver({ committed: 9 });
	await feed.start(5);
	expect(feed.notePoll(5)).toBe(false);
	expect(feed.notePoll(6)).toBe(false);
	expect(feed.notePoll(6)).toBe(true);
	expect(feed.notePoll(6)).toBe(false);
	expect(feed.notePoll(7)).toBe(false);
	await feed.take(change(7));
	expect(feed.notePoll(7)).toBe(false);
});

test('[C1] the feed is behind from when a version is heard of until it has gone out', async () => {
	let answer = (): void => undefined;
	const read = async (since: number) => {
		await new Promise<void>((resolve) => (answer = resolve));
		return { from: since, to: 8, changes: [change(6), change(7), change(8)] };
	};
	const feed = new ShopFeed(read, () => undefined);
	await feed.start(5);
	expect(feed.lag).toEqual({ versions: 0, ms: 0 });
	const work = feed.hear(8);
	expect(feed.lag.versions).toBe(3);
	await vi.waitFor(() => expect(feed.lag.ms).toBeGreaterThan(0));
	answer();
	await work;
	expect(feed.lag).toEqual({ versions: 0, ms: 0 });
});

test('[C1] a log that has gone back is not behind', async () => {
	const feed = new ShopFeed(
		() => Promise.reject(new Error('away')),
		() => undefined
	);
	await feed.start(5);
	await expect(feed.hear(9)).rejects.toThrow('away');
	expect(feed.lag.versions).toBe(4);
	feed.goBack(2);
	expect(feed.lag).toEqual({ versions: 0, ms: 0 });
});
