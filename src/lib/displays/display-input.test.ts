import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { ChangeDisplayInput, DisplaySettingsInput, PairDisplayInput } from './display-input.ts';

const isRight = (schema: v.GenericSchema, input: unknown) => v.safeParse(schema, input).success;

describe('[D1] a display’s settings', () => {
	test('name columns once each, in the workflow’s order', () => {
		expect(v.parse(DisplaySettingsInput, { statuses: ['RP', 'QN', 'RP'] })).toEqual({
			statuses: ['QN', 'RP']
		});
	});

	test.each([
		{ statuses: [] },
		{ statuses: ['DONE'] },
		{ statuses: null },
		{ type: 'both' },
		{ density: 'huge' },
		{ customers: 'initials' },
		{ theme: 'system' },
		{ sound: 'on' },
		{ prices: true }
	])('%j is refused', (settings) => expect(isRight(DisplaySettingsInput, settings)).toBe(false));

	test('may be given in part, or not at all', () => {
		expect(v.parse(ChangeDisplayInput, {})).toEqual({ settings: {} });
		expect(v.parse(PairDisplayInput, { code: ' k7 ', name: ' Wall ' })).toEqual({
			code: 'k7',
			name: 'Wall',
			settings: {}
		});
	});
});
