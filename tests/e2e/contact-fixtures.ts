import { buildContact, type ContactParts } from '#tests/support/factories.ts';
import { test as base } from './fixtures.ts';

export { expect } from './fixtures.ts';

/** A shop to which contacts can be added. */
export const test = base.extend<{ contact: (contact?: ContactParts) => Promise<string> }>({
	contact: async ({ shop, database }, use) => {
		await use((contact) => buildContact(database.sql, shop.id, contact));
	}
});
