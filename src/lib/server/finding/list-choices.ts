import type { Choice, Choices } from '#lib/finding/choices.ts';
import type { Actor, ListedPerson } from '#lib/people/actor.ts';
import { leftShop } from '#lib/finding/field-messages.ts';
import type { Deps } from '#lib/server/deps.ts';
import { listPeople } from '#lib/server/people/list-people.ts';

/** L2: whom the list can be narrowed to: everybody who works or has worked in the shop, and all of its vendors. */
export async function readChoices(deps: Deps, actor: Actor): Promise<Choices> {
	const [people, vendors] = await Promise.all([listPeople(deps, actor), readVendors(deps, actor)]);
	const staff = people.filter(({ role }) => role !== 'viewer').map(toChoice);
	return { salespeople: staff, jewelers: staff, vendors };
}

function toChoice({ id, name, active }: ListedPerson): Choice {
	return { value: id, name: active ? name : leftShop(name) };
}

/** S3: by the names that jobs copy. */
function readVendors({ sql }: Deps, { shopId }: Actor): Promise<Choice[]> {
	return sql<Choice[]>`
		select name as value, name from (
			select distinct coalesce(company, name) as name from contacts
			where shop_id = ${shopId} and 'vendor' = any(roles)
		) vendors
		order by lower(name)`;
}
