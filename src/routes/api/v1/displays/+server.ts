import { PairDisplayInput } from '#lib/displays/display-input.ts';
import { listDisplays } from '#lib/server/displays/list-displays.ts';
import { pairDisplay } from '#lib/server/displays/pair-display.ts';
import { answer, api, readInput } from '#lib/server/http/api.ts';

export const GET = api(async (_event, { deps, actor }) =>
	answer({ displays: await listDisplays(deps, actor) })
);

export const POST = api(async (event, { deps, actor }) => {
	const input = await readInput(event, PairDisplayInput);
	return answer({ display: await pairDisplay(deps, actor, input, event.getClientAddress()) }, 201);
});
