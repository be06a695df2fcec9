import { AppError } from '#lib/server/app-error.ts';
import { logoKey } from '#lib/server/attachments/object-store.ts';
import type { StoredFile } from '#lib/server/attachments/read-attachment.ts';
import type { Deps } from '#lib/server/deps.ts';
import { readRules } from './rules-store.ts';

/** The logo of a shop, as its people and displays get it. Throws `logo.not_found` where it has none. */
export async function readLogo(
	{ db, store }: Pick<Deps, 'db' | 'store'>,
	shopId: string
): Promise<StoredFile> {
	const { logo } = await readRules(db, shopId);
	if (!logo) throw new AppError('logo.not_found');
	const key = logoKey(shopId, logo.id);
	return {
		open: async () => (await store.get(key)) ?? notFound(),
		size: async () => (await store.size(key)) ?? notFound(),
		bytes: null,
		contentType: 'image/webp',
		fileName: 'logo.webp',
		tag: logo.id
	};
}

function notFound(): never {
	throw new AppError('logo.not_found');
}
