/** Letters and digits that nobody takes for one another from 4 m away; no vowels, so that they spell nothing. */
export const CODE_ALPHABET = 'CDFHJKLMNPRTVWXY34679';
export const CODE_LENGTH = 8;
const GROUP = 4;

/** D1: minutes after which a screen shows another code. */
export const CODE_MINUTES = 10;
/** Minutes that a code works after that: it may just be typed. */
export const CODE_GRACE_MINUTES = 1;

/** D1: a typed code as it is compared: lower case, spaces and dashes do not matter. */
export function plainCode(typed: string): string {
	return typed.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** A code in groups that are read out one by one: `K7FH 3MXR`. */
export function codeGroups(code: string): string[] {
	return code.match(new RegExp(`.{1,${GROUP}}`, 'gu')) ?? [];
}

/** D1: what a screen that waits knows: the code that it shows and when it shows another, or that it was paired. */
export type Pairing = { state: 'waiting'; code: string; changesAt: string } | { state: 'paired' };

/** D1: how a screen stands; `unknown` wants a new code. */
export type ScreenState = 'waiting' | 'paired' | 'unknown';
