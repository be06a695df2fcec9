import { RefreshCustomerInput } from '#lib/jobs/job-input.ts';
import { answer, api, readInput } from '#lib/server/http/api.ts';
import { numberIn } from '#lib/server/jobs/numbered.ts';
import { refreshCustomer } from '#lib/server/jobs/refresh-customer.ts';
import type { RequestEvent } from './$types';

export const POST = api(async (event: RequestEvent, { deps, actor }) => {
	const input = await readInput(event, RefreshCustomerInput);
	return answer(await refreshCustomer(deps, actor, numberIn(event.params), input));
});
