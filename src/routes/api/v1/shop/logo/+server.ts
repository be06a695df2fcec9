import { AppError } from '#lib/server/app-error.ts';
import { answer, api, openApi } from '#lib/server/http/api.ts';
import { fileResponse } from '#lib/server/http/file-response.ts';
import { readUpload } from '#lib/server/http/upload/read-upload.ts';
import { readLogo } from '#lib/server/settings/read-logo.ts';
import { removeLogo } from '#lib/server/settings/remove-logo.ts';
import { setLogo } from '#lib/server/settings/set-logo.ts';
import { requireManagesShop } from '#lib/server/settings/settings-rights.ts';
import { LOGO_MAX_BYTES, LogoInput } from '#lib/settings/logo-input.ts';

const LIMITS = { schema: LogoInput, most: LOGO_MAX_BYTES, tooLarge: 'logo.too_large' } as const;

/** To whoever is not signed in there is none, as to a shop without one. */
export const GET = openApi(async ({ locals, request }, { deps }) => {
	if (!locals.actor) throw new AppError('logo.not_found');
	return fileResponse(await readLogo(deps, locals.actor.shopId), request);
});

export const PUT = api(async ({ request }, { deps, actor }) => {
	requireManagesShop(actor);
	return readUpload(request, LIMITS, async ({ file }) =>
		answer({ settings: await setLogo(deps, actor, file.bytes) })
	);
});

export const DELETE = api(async (_event, { deps, actor }) =>
	answer({ settings: await removeLogo(deps, actor) })
);
