import { describe, expect, test } from 'vitest';
import { PARTIES } from '#lib/board/waiting-on.ts';
import { CHASED, LISTS, NUMBERS, numbersOf, partiesOf } from '#lib/dashboard/numbers.ts';
import { chasesOf } from '#lib/dashboard/oldest.ts';
import { EVERY_JOB, type ListQuery } from '#lib/finding/list-query.ts';
import type { Status } from '#lib/jobs/status.ts';
import { addDays, dayIn, daysBetween, firstDayOfWeek, startOfDay } from '#lib/kernel/dates.ts';
import { readBoard } from '#lib/server/board/read-board.ts';
import { seeded } from '#lib/server/demo/random.ts';
import { readList } from '#lib/server/finding/read-list.ts';
import { listJobs } from '#lib/server/jobs/list-jobs.ts';
import { liveAtRandom, type LivedJob } from '#tests/support/random-life.ts';
import { testShop } from '#tests/support/test-shop.ts';
import { readDashboard } from './read-dashboard.ts';

const shop = testShop();
const read = () => readDashboard(shop.deps, shop.ana);
const LIVES: [timeZone: string, seed: number][] = [
	['America/New_York', 1],
	['Pacific/Kiritimati', 2]
];

async function live(seed: number, timeZone: string): Promise<LivedJob[]> {
	await shop.sql`update shops set time_zone = ${timeZone} where id = ${shop.ana.shopId}`;
	shop.clock.set('2026-01-02T10:00:00.000Z');
	const jobs = await liveAtRandom(shop, seeded(seed), 400);
	return jobs.filter(({ isDeleted }) => !isDeleted);
}

/** Each stay that is over: its status, its hours without holds, and when it ended. */
function staysOf({ steps }: LivedJob): Stay[] {
	const stays: Stay[] = [];
	let open: Stay | undefined;
	for (const [index, { to, at }] of steps.entries()) {
		if (open && to !== 'OH' && to !== open.status) {
			stays.push({ ...open, leftAt: at });
			open = undefined;
		}
		const leftAt = steps[index + 1]?.at;
		if (to === null || leftAt === undefined) continue;
		const hours: number = (Date.parse(leftAt) - Date.parse(at)) / 3_600_000;
		if (to === 'OH') stays.push({ status: to, hours, leftAt });
		else open = { status: to, hours: hours + (open?.hours ?? 0), leftAt };
	}
	return stays;
}

interface Stay {
	status: Status;
	hours: number;
	leftAt: string;
}

/** Every number of the dashboard is as large as the list that it leads to. */
async function expectListsToAgree(movedToday: number): Promise<void> {
	const { cards, shop: about, now } = await readBoard(shop.deps, shop.ana);
	const clock = { now, aging: about.aging };
	const countOf = async (query: Partial<ListQuery>) => {
		const { count, refusals } = await readList(shop.deps, shop.ana, { ...EVERY_JOB, ...query }, null);
		expect(refusals).toEqual([]);
		return count;
	};
	const numbers = { ...numbersOf(cards, clock), movedToday };
	for (const name of NUMBERS) expect(await countOf(LISTS[name]), name).toBe(numbers[name]);
	const parties = partiesOf(cards);
	for (const waiting of PARTIES) expect(await countOf({ waiting }), waiting).toBe(parties[waiting]);
	const ready = cards.filter(({ status }) => status === 'RP');
	const { chase = [] } = await read();
	const chases = chasesOf(ready, chase, clock);
	expect(await countOf(CHASED)).toBe(chases.length);
	expect(chases.map(({ card }) => card.number).sort()).toEqual(chase.map(({ number }) => number).sort());
	expect(chases.every(({ phone }) => phone === '+1 555 0100')).toBe(true);
}

function quantile(sorted: readonly number[], at: number): number {
	const place = (sorted.length - 1) * at;
	const low = sorted[Math.floor(place)]!;
	return low + (sorted[Math.ceil(place)]! - low) * (place - Math.floor(place));
}

describe('[P4] the history of a shop', () => {
	test.each(LIVES)(
		'in %s is what its people remember, seed %i',
		async (timeZone, seed) => {
			const jobs = await live(seed, timeZone);
			const today = dayIn(timeZone, shop.clock.now());
			const { cycle, throughput, movedToday, feed } = await read();

			const since = startOfDay(timeZone, addDays(today, -89));
			const ended = jobs.flatMap(staysOf).filter(({ leftAt }) => leftAt >= since);
			expect(ended.length).toBeGreaterThan(30);
			for (const { status, stays, median, p80 } of cycle) {
				const hours = ended.filter((stay) => stay.status === status).map((stay) => stay.hours);
				expect(stays, status).toBe(hours.length);
				if (stays === 0) continue;
				hours.sort((a, b) => a - b);
				expect(median, status).toBeCloseTo(quantile(hours, 0.5), 6);
				expect(p80, status).toBeCloseTo(quantile(hours, 0.8), 6);
			}

			const weekOf = (at: string) => firstDayOfWeek(dayIn(timeZone, at));
			const takenIn = jobs.map(({ steps }) => weekOf(steps[0]!.at));
			const pickedUp = jobs
				.map(({ steps }) => steps.at(-1)!)
				.filter(({ outcome }) => outcome === 'picked_up')
				.map(({ at }) => weekOf(at));
			for (const week of throughput)
				expect(week).toEqual({
					from: week.from,
					takenIn: takenIn.filter((day) => day === week.from).length,
					pickedUp: pickedUp.filter((day) => day === week.from).length
				});
			expect(throughput.map(({ from }) => daysBetween(from, firstDayOfWeek(today)))).toEqual(
				Array.from({ length: 12 }, (_, index) => 77 - 7 * index)
			);

			const isToday = ({ at }: { at: string }) => dayIn(timeZone, at) === today;
			const moved = jobs.filter(({ steps }) => steps.some((step) => step.kind === 'moved' && isToday(step)));
			expect(movedToday).toBe(moved.length);
			await expectListsToAgree(movedToday);
			const { jobs: listed } = await listJobs(shop.deps, shop.ana, { moved: 'today', limit: 200 });
			expect(listed.map(({ number }) => number)).toEqual(moved.map(({ number }) => number).reverse());
			const told = feed.filter(({ kind }) => kind !== 'undone').map(({ version }) => version);
			expect(told).toEqual([...told].sort((a, b) => b - a));
			const steps = jobs.flatMap(({ steps }) => steps).filter(isToday);
			expect(told.length).toBeGreaterThanOrEqual(Math.min(steps.length, 1));
		},
		60_000
	);
});

test('[P4, D3] a display is refused', async () => {
	const wall = { kind: 'display' as const, shopId: shop.ana.shopId, id: 'wall', name: 'Wall' };
	await expect(readDashboard(shop.deps, wall)).rejects.toMatchObject({ code: 'forbidden' });
});
