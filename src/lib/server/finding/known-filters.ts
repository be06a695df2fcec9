import type { ExportJobsInput } from '#lib/jobs/list-input.ts';
import type { Statements } from '#lib/server/db/transaction.ts';

const NO_SUCH_PERSON = 'There is no such person in this shop.';
const NO_SUCH_VENDOR = 'There is no such vendor in this shop.';

/**
 * P1: the people and the vendor of a filter that this shop does not have, with a sentence for each: another shop’s are
 * as unknown as nobody’s. Who has left the shop, and whom a job still names, is known.
 */
export async function unknownIn(
	sql: Statements,
	shopId: string,
	{ salesperson, jeweler, vendor }: ExportJobsInput
): Promise<Record<string, string>> {
	const people = [salesperson, jeweler].filter((id) => id !== undefined);
	if (people.length === 0 && vendor === undefined) return {};
	const [known] = await sql<{ people: string[]; vendor: boolean }[]>`
		select array(select id from people where shop_id = ${shopId} and id = any(${people}::text[])) as people,
			exists (select from contacts where shop_id = ${shopId} and id = ${vendor ?? ''})
			or exists (select from jobs where shop_id = ${shopId} and vendor_name = ${vendor ?? ''}) as vendor`;
	const isStranger = (id: string | undefined) => id !== undefined && !known?.people.includes(id);
	return {
		...(isStranger(salesperson) && { salesperson: NO_SUCH_PERSON }),
		...(isStranger(jeweler) && { jeweler: NO_SUCH_PERSON }),
		...(vendor !== undefined && !known?.vendor && { vendor: NO_SUCH_VENDOR })
	};
}
