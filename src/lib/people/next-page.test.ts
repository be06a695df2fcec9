import { expect, test } from 'vitest';
import { nextPage, signInPage } from './next-page.ts';

test.each([
	[null, '/work-orders'],
	['', '/work-orders'],
	['/work-orders/000123', '/work-orders/000123'],
	['/work-orders?type=custom#top', '/work-orders?type=custom#top'],
	['https://evil.example/', '/work-orders'],
	['//evil.example/', '/work-orders'],
	['/\\evil.example/', '/work-orders'],
	['/\t/evil.example/', '/work-orders'],
	['/.//evil.example/', '/work-orders'],
	['/x/..//evil.example/', '/work-orders'],
	['javascript:alert(1)', '/work-orders'],
	['work-orders', '/work-orders']
])('[P3] signing in with next=%j leads to %s', (next, page) => {
	expect(nextPage(next)).toBe(page);
});

test('[P3] the sign-in page leads back to where somebody was', () => {
	const url = new URL('http://x/work-orders?q=ring&type=custom');
	const next = new URL(signInPage(url), 'http://x').searchParams.get('next');
	expect(nextPage(next)).toBe('/work-orders?q=ring&type=custom');
	expect(signInPage({ pathname: '/', search: '' })).toBe('/sign-in');
});
