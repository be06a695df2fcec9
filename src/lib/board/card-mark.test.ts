import { expect, test } from 'vitest';
import { markKind } from './card-mark.ts';
import { markTag } from './messages.ts';

test.each([
	['created', undefined, 'Taken in by Ana'],
	['attachment_added', 'new', 'Taken in by Ana'],
	['attachment_added', undefined, 'Changed by Ana'],
	['edited', 'moved', 'Changed by Ana'],
	['moved', 'new', 'Moved by Ana']
] as const)('[W8] after %s a card that was marked %s says “%s”', (kind, before, words) => {
	expect(markTag({ kind: markKind(kind, before), by: 'Ana' })).toBe(words);
});
