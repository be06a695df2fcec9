import { build, files, version } from '$service-worker';
import {
	hasStandIn,
	isKept,
	LAST_BOARD_CACHE,
	OFFLINE_PAGE,
	offlineAddress
} from '#lib/offline/offline-pages.ts';
import type { NoticePress } from '#lib/notifications/show-notice.ts';
import type { RequestEvent, WorkerScope } from '#lib/offline/worker-scope.ts';

/**
 * The program without a network: its own files, and the page that shows the last board. Pages come from the server whenever
 * it answers, whatever it answers; nothing of the API and no file of a job is ever kept.
 */
const worker = self as unknown as WorkerScope;

const CACHE = `program-${version}`;
const ASSETS = new Set([...build, ...files].filter(isKept));

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('fetch', answer);
worker.addEventListener('notificationclick', (event) => event.waitUntil(openNotice(event.notification)));

/** A new version takes over at once: its pages come from the server, and its files have names of their own. */
async function install(): Promise<void> {
	const cache = await caches.open(CACHE);
	// Nobody's cookies: the page is the same for everybody.
	const page = new Request(OFFLINE_PAGE, { credentials: 'omit', cache: 'no-store' });
	await cache.addAll([...ASSETS, page]);
	await worker.skipWaiting();
}

async function takeOver(): Promise<void> {
	const names = await caches.keys();
	const old = names.filter((name) => name !== CACHE && name !== LAST_BOARD_CACHE);
	await Promise.all(old.map((name) => caches.delete(name)));
	await worker.registration.navigationPreload?.enable();
	await worker.clients.claim();
}

function answer(event: RequestEvent): void {
	const { request } = event;
	const url = new URL(request.url);
	if (url.origin !== worker.location.origin) return;
	// P3: whoever signs out leaves no board behind, even where the page is too late to see to it.
	if (request.method === 'POST' && url.pathname === '/sign-out')
		return event.waitUntil(caches.delete(LAST_BOARD_CACHE));
	if (request.method !== 'GET') return;
	if (ASSETS.has(url.pathname)) event.respondWith(kept(request));
	else if (request.mode === 'navigate' && hasStandIn(url.pathname)) event.respondWith(page(event, url));
}

async function kept(request: Request): Promise<Response> {
	const cache = await caches.open(CACHE);
	return (await cache.match(request, { ignoreVary: true })) ?? fetch(request);
}

/** The server's page; without a server, the way to the last board. */
async function page(event: RequestEvent, url: URL): Promise<Response> {
	try {
		return (await event.preloadResponse) ?? (await fetch(event.request));
	} catch (error) {
		if (url.pathname !== OFFLINE_PAGE) return Response.redirect(offlineAddress(url));
		const cache = await caches.open(CACHE);
		const shell = await cache.match(OFFLINE_PAGE, { ignoreVary: true });
		if (!shell) throw error;
		return shell;
	}
}

/** The page of the shop that was looked at last goes to the notice's job, as by its own link; without one, a new page does. */
async function openNotice(notice: Notification): Promise<void> {
	notice.close();
	const press = notice.data as NoticePress;
	const pages = await worker.clients.matchAll({ type: 'window' });
	const page = pages.find(({ url }) => hasStandIn(new URL(url).pathname));
	if (!page) return void (await worker.clients.openWindow(press.href));
	page.postMessage(press);
	await page.focus();
}
