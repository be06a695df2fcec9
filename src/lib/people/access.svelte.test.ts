import { expect, test } from 'vitest';
import { Access } from './access.svelte.ts';

test('[P3] a page is covered for the first reason that is heard', () => {
	const access = new Access();
	access.end('removed');
	access.end('signed_out');
	expect(access.ended).toBe('removed');
});

test('[P3] a new version of the program ends nobody’s access', () => {
	const access = new Access();
	access.end('reload_needed');
	expect(access.ended).toBeNull();
});
