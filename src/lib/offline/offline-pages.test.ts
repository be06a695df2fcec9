import { expect, it } from 'vitest';
import { hasStandIn, isKept, offlineAddress } from './offline-pages.ts';

it.each(['/', '/work-orders', '/work-orders/12', '/dashboard', '/settings/people', '/offline'])(
	'the last board stands in for %s',
	(path) => expect(hasStandIn(path)).toBe(true)
);

it.each([
	'/display',
	'/sign-in',
	'/sign-out',
	'/join/x',
	'/set-up',
	'/api/v1/board',
	'/healthz',
	'/work-orders.csv'
])('nothing stands in for %s', (path) => expect(hasStandIn(path)).toBe(false));

it('leads back to where somebody was going', () => {
	const address = offlineAddress(new URL('http://shop.test/work-orders/12?type=repair'));
	expect(new URL(address, 'http://shop.test').searchParams.get('from')).toBe('/work-orders/12?type=repair');
});

it('keeps the program and its icon, and nothing that a board does not need', () => {
	expect(isKept('/_app/immutable/chunks/a.js')).toBe(true);
	expect(isKept('/icon-192.png')).toBe(true);
	for (const file of [
		'/_app/immutable/assets/inter-greek-ext-wght.woff2',
		'/board.webp',
		'/import-example-jobs.csv'
	])
		expect(isKept(file)).toBe(false);
});
