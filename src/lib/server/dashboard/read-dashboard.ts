import { WEEKS, CYCLE_DAYS, type ChasedCustomer, type DashboardHistory } from '#lib/dashboard/dashboard.ts';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { AgingSettings } from '#lib/jobs/aging.ts';
import { addDays, dayIn, firstDayOfWeek, startOfDay, type Day } from '#lib/kernel/dates.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import { readAging } from '#lib/server/board/read-aging.ts';
import { readVersion } from '#lib/server/board/read-changes.ts';
import type { Deps } from '#lib/server/deps.ts';
import { selectDisplays } from '#lib/server/displays/display-store.ts';
import { countMovedSince } from './count-moved.ts';
import { findLogPlace } from './log-place.ts';
import { readChased } from './read-chased.ts';
import { readCycle } from './read-cycle.ts';
import { readFeed } from './read-feed.ts';
import { readThroughput } from './read-throughput.ts';

/**
 * P4: what the dashboard shows besides the cards: how the shop has worked, as its log tells. Prices are in none of it.
 * Throws `forbidden` for a display.
 */
export async function readDashboard(deps: Deps, actor: Actor): Promise<DashboardHistory> {
	if (actor.kind === 'display') throw new AppError('forbidden');
	const { sql } = deps;
	const { shopId } = actor;
	// Read first: what happens from here on is heard of.
	const [version, aging] = await Promise.all([readVersion(sql, shopId), readAging(deps, actor)]);
	const now = deps.now();
	const today = dayIn(aging.timeZone, now);
	const [midnight, begin] = await Promise.all([
		findLogPlace(sql, shopId, startOfDay(aging.timeZone, today)),
		findLogPlace(sql, shopId, startOfDay(aging.timeZone, firstDay(today)))
	]);
	const [movedToday, throughput, cycle, feed, displays, chase] = await Promise.all([
		countMovedSince(sql, midnight),
		readThroughput(sql, begin, { weeks: weeksUntil(today), timeZone: aging.timeZone }),
		readCycle(sql, begin, startOfDay(aging.timeZone, addDays(today, 1 - CYCLE_DAYS))),
		readFeed(sql, midnight),
		selectDisplays(deps.db, shopId),
		readChase(deps, actor, today, aging)
	]);
	const known = displays.map(({ id, name, seenAt }) => ({ id, name, seenAt }));
	return { version, movedToday, throughput, cycle, feed, displays: known, ...(chase && { chase }) };
}

/** The Mondays of the last weeks, the oldest first. */
function weeksUntil(today: Day): Day[] {
	const monday = firstDayOfWeek(today);
	return Array.from({ length: WEEKS }, (_, index) => addDays(monday, 7 * (index + 1 - WEEKS)));
}

/** The first day that anything of this asks for. */
function firstDay(today: Day): Day {
	const cycle = addDays(today, 1 - CYCLE_DAYS);
	const week = weeksUntil(today)[0] ?? cycle;
	return week < cycle ? week : cycle;
}

/** G3: only for those who may chase (W13). */
async function readChase(
	{ sql }: Deps,
	actor: Actor,
	today: Day,
	{ thresholds, timeZone }: AgingSettings
): Promise<ChasedCustomer[] | null> {
	if (!abilitiesOf(actor).chase) return null;
	if (!thresholds.RP) return [];
	return readChased(sql, actor.shopId, startOfDay(timeZone, addDays(today, 1 - thresholds.RP.red)));
}
