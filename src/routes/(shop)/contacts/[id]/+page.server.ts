import { abilitiesOf } from '#lib/jobs/abilities.ts';
import { parseJobNumber } from '#lib/jobs/job-number.ts';
import { readAging } from '#lib/server/board/read-aging.ts';
import { listContactJobs } from '#lib/server/contacts/list-contact-jobs.ts';
import { readContact } from '#lib/server/contacts/read-contact.ts';
import { readContactUse } from '#lib/server/contacts/read-contact-use.ts';
import { refusePage } from '#lib/server/contacts/refuse-page.ts';
import { pathId } from '#lib/server/http/path-id.ts';
import { requireSignedIn } from '#lib/server/http/signed-in.ts';
import type { PageServerLoad } from './$types';

/** S4: a contact, and the jobs that name it. */
export const load: PageServerLoad = async (event) => {
	const actor = requireSignedIn(event);
	const { deps } = event.locals;
	const cursor = parseJobNumber(event.url.searchParams.get('jobs') ?? '');
	try {
		const id = pathId(event.params.id, 'contact.not_found');
		const [contact, jobs, use, aging] = await Promise.all([
			readContact(deps, actor, id),
			listContactJobs(deps, actor, id, cursor),
			readContactUse(deps, actor, id),
			readAging(deps, actor)
		]);
		const canEdit = abilitiesOf(actor).manageContacts;
		return { contact, jobs, use, aging, now: deps.now(), isFirst: cursor === null, canEdit };
	} catch (refusal) {
		return refusePage(refusal);
	}
};
