import type { BoardSnapshot } from '#lib/board/board.ts';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { AgingSettings } from '#lib/jobs/aging.ts';
import { nextStatuses, STATUS_FACTS, STATUSES } from '#lib/jobs/status.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Statements } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { readNews } from '#lib/server/feed/read-news.ts';
import { CARD_COLUMNS, CARD_JOINS, toCard, type CardRow } from '#lib/server/jobs/job-row.ts';

/** All that a board shows of the actor's shop, as of one instant: the cards are exactly those of `version`. */
export async function readBoard(deps: Deps, actor: Actor): Promise<BoardSnapshot> {
	const [shop, cards, news] = await deps.sql.begin('isolation level repeatable read read only', (tx) =>
		Promise.all([readShop(tx, actor.shopId), readCards(tx, actor.shopId), readNews(tx, actor.shopId)])
	);
	const { version, aging, ...rest } = shop;
	return {
		version: Number(version),
		now: deps.now(),
		shop: { ...rest, aging: { ...aging, timeZone: rest.timeZone }, news },
		statuses: STATUSES.map((code) => ({
			code,
			name: STATUS_FACTS[code].name,
			owner: STATUS_FACTS[code].owner,
			next: nextStatuses(code)
		})),
		cards: cards.map(toCard),
		abilities: abilitiesOf(actor)
	};
}

interface ShopRow {
	id: string;
	name: string;
	timeZone: string;
	aging: Omit<AgingSettings, 'timeZone'>;
	version: string;
}

async function readShop(tx: Statements, shopId: string): Promise<ShopRow> {
	const [shop] = await tx<ShopRow[]>`
		select id, name, time_zone as "timeZone", aging, version from shops where id = ${shopId}`;
	if (!shop) throw new Error('The shop of an actor is gone');
	return shop;
}

function readCards(tx: Statements, shopId: string): Promise<CardRow[]> {
	return tx<CardRow[]>`
		select ${tx.unsafe(CARD_COLUMNS)} from jobs j ${tx.unsafe(CARD_JOINS)}
		where j.shop_id = ${shopId} and j.closed_at is null
		order by j.status, j.rank`;
}
