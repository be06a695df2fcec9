import { and, eq } from 'drizzle-orm';
import type { Actor } from '#lib/people/actor.ts';
import { normalizeEmail } from '#lib/people/email.ts';
import { invalidInput } from '#lib/server/app-error.ts';
import type { Queryable } from '#lib/server/db/client.ts';
import { people } from '#lib/server/db/schema.ts';
import { requireShop } from '#lib/server/people/require-shop.ts';

/** How history calls what an import was done with. */
const DEVICE = 'Spreadsheet import';

/**
 * W13: the admin in whose name a spreadsheet is taken in: the one with the e-mail address, or the shop's only one. The
 * shop is named by its id or name. Throws `input.invalid` when the shop or the admin cannot be told.
 */
export async function findImporter(db: Queryable, shop: string, by: string | null): Promise<Actor> {
	const { id: shopId } = await requireShop(db, shop);
	const admins = await db
		.select({ id: people.id, name: people.name, role: people.role, email: people.email })
		.from(people)
		.where(and(eq(people.shopId, shopId), eq(people.role, 'admin'), people.active));
	const meant = by === null ? admins : admins.filter(({ email }) => email === normalizeEmail(by));
	const [admin, another] = meant;
	if (!admin) throw invalidInput({ by: by === null ? 'The shop has no admin.' : noAdminWords(by) });
	if (another)
		throw invalidInput({ by: 'The shop has several admins. Name one with --by and the e-mail address.' });
	return { kind: 'person', shopId, id: admin.id, name: admin.name, role: admin.role, device: DEVICE };
}

function noAdminWords(by: string): string {
	return `No admin of this shop has the e-mail address “${by}”.`;
}
