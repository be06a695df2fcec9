import type { BoardSnapshot } from '#lib/board/board.ts';
import type { Card } from '#lib/board/card.ts';
import { dayIn, type Instant } from '#lib/kernel/dates.ts';
import { PROTOCOL_VERSION } from '#lib/realtime/protocol.ts';

/** A board as it was when it was last known to be right. Cards alone: there is no price and no contact detail in them. */
export interface LastBoard {
	/** A program that has changed cards since does not read it. */
	protocol: number;
	/** Whose it is: nobody else is shown it. A person belongs to one shop. */
	personId: string;
	shop: BoardSnapshot['shop'];
	version: number;
	cards: Card[];
	/** D4: by the server's clock. */
	asOf: Instant;
	/** The same moment by this device's own clock. Milliseconds. */
	keptAt: number;
}

/** A board that is older than this says too little to be shown. Milliseconds. */
const A_WEEK = 7 * 24 * 3_600_000;

/** What is kept of a board. The pictures of the pieces are not: files never leave the server's keeping. */
export function lastBoardOf(
	board: Pick<BoardSnapshot, 'shop' | 'version'> & { cards: Iterable<Card>; asOf: Instant },
	personId: string,
	deviceNow: number
): LastBoard {
	const { shop, version, asOf } = board;
	const cards = [...board.cards].map((card) => ({ ...card, cover: null }));
	return { protocol: PROTOCOL_VERSION, personId, shop, version, cards, asOf, keptAt: deviceNow };
}

/** Whether what was kept can still be shown. */
export function isReadable(kept: LastBoard, deviceNow: number): boolean {
	return kept.protocol === PROTOCOL_VERSION && Math.abs(deviceNow - kept.keptAt) < A_WEEK;
}

/** G5: the server's time, from the device's own clock, which may be wrong but goes on. */
export function serverTime({ asOf, keptAt }: Pick<LastBoard, 'asOf' | 'keptAt'>, deviceNow: number): Instant {
	return new Date(Date.parse(asOf) + Math.max(0, deviceNow - keptAt)).toISOString();
}

/** Whether the board is of another day than it is now, where its time alone would mislead. */
export function isOfAnotherDay(kept: LastBoard, now: Instant): boolean {
	return dayIn(kept.shop.timeZone, kept.asOf) !== dayIn(kept.shop.timeZone, now);
}
