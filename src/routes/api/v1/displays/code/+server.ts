import { answer, openApi } from '#lib/server/http/api.ts';
import { lookAtScreen, showCode } from '#lib/server/http/show-code.ts';

/** D1: a screen that waits asks whether it was paired; the cookie says which screen. */
export const GET = openApi(async (event) => answer({ state: await lookAtScreen(event) }));

/** D1: a screen asks for the code that it shows next. */
export const POST = openApi(async (event) => answer(await showCode(event)));
