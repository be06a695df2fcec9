import { expect, it } from 'vitest';
import { shortcutFor } from './shortcuts.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false };

it('a key with a modifier is the browser’s', () => {
	expect(shortcutFor({ ...plain, key: 'n' })).toBe('create');
	expect(shortcutFor({ ...plain, key: 'n', ctrlKey: true })).toBe(null);
	expect(shortcutFor({ ...plain, key: 'x' })).toBe(null);
});
