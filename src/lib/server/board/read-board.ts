import type { BoardSnapshot } from '#lib/board/board.ts';
import type { Card } from '#lib/board/card.ts';
import type { ShownDisplay } from '#lib/displays/display.ts';
import { redactCard } from '#lib/displays/redact.ts';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { AgingSettings } from '#lib/jobs/aging.ts';
import { nextStatuses, STATUS_FACTS, STATUSES } from '#lib/jobs/status.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { Statements } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { readShown } from '#lib/server/displays/read-shown.ts';
import type { ShopLogo } from '#lib/settings/shop-settings.ts';
import { CARD_COLUMNS, CARD_JOINS, toCard, type CardRow } from '#lib/server/jobs/job-row.ts';

/**
 * All that a board shows of the actor's shop, as of one instant: the cards are exactly those of `version`. D3: a display
 * gets them as it may see them. Throws `unauthenticated` for a display that was revoked meanwhile.
 */
export async function readBoard(deps: Deps, actor: Actor): Promise<BoardSnapshot> {
	const [shop, cards, display] = await deps.sql.begin('isolation level repeatable read read only', (tx) =>
		Promise.all([
			readShop(tx, actor.shopId),
			readCards(tx, actor.shopId),
			actor.kind === 'display' ? readShown(tx, actor) : null
		])
	);
	const { version, aging, ...rest } = shop;
	return {
		version: Number(version),
		now: deps.now(),
		shop: { ...rest, aging: { ...aging, timeZone: rest.timeZone } },
		statuses: STATUSES.map((code) => ({
			code,
			name: STATUS_FACTS[code].name,
			owner: STATUS_FACTS[code].owner,
			next: nextStatuses(code)
		})),
		abilities: abilitiesOf(actor),
		...shownTo(display, cards.map(toCard))
	};
}

function shownTo(display: ShownDisplay | null, cards: Card[]): Pick<BoardSnapshot, 'cards' | 'display'> {
	if (!display) return { cards };
	return { cards: cards.map((card) => redactCard(card, display.settings.customers)), display };
}

interface ShopRow {
	id: string;
	name: string;
	timeZone: string;
	aging: Omit<AgingSettings, 'timeZone'>;
	logo: ShopLogo | null;
	version: string;
	rules: number;
}

async function readShop(tx: Statements, shopId: string): Promise<ShopRow> {
	const [shop] = await tx<ShopRow[]>`
		select id, name, time_zone as "timeZone", aging, logo, version, rules_version as rules
		from shops where id = ${shopId}`;
	if (!shop) throw new Error('The shop of an actor is gone');
	return shop;
}

function readCards(tx: Statements, shopId: string): Promise<CardRow[]> {
	return tx<CardRow[]>`
		select ${tx.unsafe(CARD_COLUMNS)} from jobs j ${tx.unsafe(CARD_JOINS)}
		where j.shop_id = ${shopId} and j.closed_at is null
		order by j.status, j.rank`;
}
