import { expect, it } from 'vitest';
import { keyPageOf, keysOn } from './catalogue.ts';

const ALL = { create: true, reorder: true };
const wordsOf = (sections: ReturnType<typeof keysOn>) =>
	sections.flatMap(({ lines }) => lines.map(({ does }) => does));

it.each([
	['/(shop)/work-orders', false, 'board'],
	['/(shop)/work-orders', true, 'job'],
	['/(shop)/work-orders/list', false, 'list'],
	['/(shop)/work-orders/[number]', false, 'job'],
	['/(shop)/settings', false, null],
	[null, false, null]
] as const)('the page of %s, with a job open over it: %s', (route, isJobOpen, page) => {
	expect(keyPageOf(route, isJobOpen)).toBe(page);
});

it('every page tells its own keys, and those that work everywhere', () => {
	expect(keysOn('list', ALL).map(({ name }) => name)).toEqual(['List', 'Everywhere']);
	expect(keysOn(null, ALL).map(({ name }) => name)).toEqual(['Everywhere']);
});

it('[W13] nobody is told of keys that do nothing for them', () => {
	const words = wordsOf(keysOn('board', { create: false, reorder: false }));
	expect(words).toContain('Open the job');
	expect(words).not.toContain('New job');
	expect(words).not.toContain('Move to…');
});
