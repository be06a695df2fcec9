import { and, eq, gt } from 'drizzle-orm';
import type { PairDisplayInput } from '#lib/displays/display-input.ts';
import { DEFAULT_DISPLAY, type Display } from '#lib/displays/display.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import { recordAudit } from '#lib/server/audit/record-audit.ts';
import type { Tx } from '#lib/server/db/client.ts';
import { displayCodes, displays } from '#lib/server/db/schema.ts';
import type { Deps } from '#lib/server/deps.ts';
import { isDatabaseGone } from '#lib/server/http/database-gone.ts';
import { idFrom, newId } from '#lib/server/ids.ts';
import { requireManagesShop } from '#lib/server/settings/settings-rights.ts';
import { displayIs, toDisplay } from './display-store.ts';
import { countGuess } from './guesses.ts';
import { hashCode } from './issue-code.ts';
import { lockToken } from './lock-token.ts';

/**
 * D1: pairs the screen that shows a code: in one transaction the display takes over the token that the screen holds, and
 * the code is gone, so that it works once. The same mutation id again gets the same display. Throws `forbidden`,
 * `display.code_wrong` for a code that no screen shows, that was used or that is too old, or `request.too_many`.
 */
export async function pairDisplay(
	deps: Pick<Deps, 'db' | 'now'>,
	actor: Actor,
	input: PairDisplayInput,
	/** The network address that the guess came from. */
	address: string
): Promise<Display> {
	requireManagesShop(actor);
	const forget = await countGuess(actor, address);
	try {
		const { display, isNew } = await deps.db.transaction((tx) => pair(tx, actor, input, deps.now()));
		// A request that is sent again costs a guess: otherwise one that has paired would answer any number of them.
		if (isNew) await forget();
		return display;
	} catch (error) {
		// A guess that an outage kept from being tried is none.
		if (isDatabaseGone(error)) await forget();
		throw error;
	}
}

async function pair(
	tx: Tx,
	actor: Actor,
	input: PairDisplayInput,
	now: string
): Promise<{ display: Display; isNew: boolean }> {
	const { shopId } = actor;
	const id = input.mutationId ? idFrom(`${shopId} ${input.mutationId.toLowerCase()}`) : newId();
	const tokenHash = await takeCode(tx, input.code, now);
	if (tokenHash === null) return { display: await pairedBefore(tx, shopId, id), isNew: false };
	const { name } = input;
	const settings = { ...DEFAULT_DISPLAY, ...input.settings };
	const paired = { shopId, id, name, settings, tokenHash, pairedAt: new Date(now), pairedBy: actor.name };
	const [row] = await tx.insert(displays).values(paired).onConflictDoNothing().returning();
	// The mutation id, and with it the display's, has paired another screen.
	if (!row) throw new AppError('mutation.reused');
	await recordAudit(tx, actor, { kind: 'display_paired', display: name }, now);
	return { display: toDisplay(row), isNew: true };
}

/** The hash of the token of the screen that shows a code, once: all of its codes are gone. `null` when none shows it. */
async function takeCode(tx: Tx, code: string, now: string): Promise<string | null> {
	const { codeHash, tokenHash, expiresAt } = displayCodes;
	const shown = and(eq(codeHash, hashCode(code)), gt(expiresAt, new Date(now)));
	const [seen] = await tx.select({ tokenHash }).from(displayCodes).where(shown);
	if (!seen) return null;
	await lockToken(tx, seen.tokenHash);
	const [taken] = await tx.delete(displayCodes).where(shown).returning({ tokenHash });
	if (!taken) return null;
	await tx.delete(displayCodes).where(eq(tokenHash, taken.tokenHash));
	return taken.tokenHash;
}

/** A request that is sent again, because no answer came, finds its code used: by itself. */
async function pairedBefore(tx: Tx, shopId: string, id: string): Promise<Display> {
	const [row] = await tx.select().from(displays).where(displayIs(shopId, id));
	if (!row) throw new AppError('display.code_wrong');
	return toDisplay(row);
}
