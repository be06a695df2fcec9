/** Where a browser without a server is led: the last board, read-only. */
export const OFFLINE_PAGE = '/offline';

/** The cache of the last board. It outlives the program's versions. */
export const LAST_BOARD_CACHE = 'last-board';

/** The pages of a shop's people. Entrances, displays, files and the API are answered by the server or not at all. */
const SHOP_PAGES = [
	'/work-orders',
	'/custom-builds',
	'/dashboard',
	'/contacts',
	'/settings',
	'/profile',
	OFFLINE_PAGE
];

/** Whether the last board stands in for a page while the server is not reached. */
export function hasStandIn(path: string): boolean {
	return path === '/' || SHOP_PAGES.some((page) => path === page || path.startsWith(`${page}/`));
}

/** The address of the last board, which leads back to where somebody was going. */
export function offlineAddress({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string {
	return `${OFFLINE_PAGE}?from=${encodeURIComponent(pathname + search)}`;
}

/** What is kept of the program: everything but scripts that few names are written in, and files for reading elsewhere. */
export function isKept(file: string): boolean {
	if (/-(cyrillic|greek)(-ext)?-/.test(file)) return false;
	return file.includes('/_app/') || /^\/(favicon\.svg|icon-192\.png)$/.test(file);
}
