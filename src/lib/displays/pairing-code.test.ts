import { expect, test } from 'vitest';
import { codeGroups, plainCode } from './pairing-code.ts';

test.each(['K7FH3MXR', 'k7fh3mxr', ' k7fh 3mxr ', 'K7FH-3MXR', 'k7fh – 3mxr', 'K7.FH.3M.XR'])(
	'[D1] %j is typed as well as the code on the screen',
	(typed) => expect(plainCode(typed)).toBe('K7FH3MXR')
);

test('[D1] other letters stay, and make another code', () => {
	expect(plainCode('k7fh3mxé')).toBe('K7FH3MXÉ');
});

test('[D1] a code is read in two groups', () => {
	expect(codeGroups('K7FH3MXR')).toEqual(['K7FH', '3MXR']);
});
