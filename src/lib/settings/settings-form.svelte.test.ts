import { describe, expect, test } from 'vitest';
import { DEFAULT_AGING } from '#lib/jobs/aging.ts';
import { SPEC_CHOICES } from '#lib/jobs/trade-choices.ts';
import { problemDetail } from '#lib/problems/words.ts';
import { withChange } from './rule-fields.ts';
import type { SettingsAnswer } from './save-settings.ts';
import { SettingsForm } from './settings-form.svelte.ts';
import type { ChangeSettingsInput } from './settings-input.ts';
import { DEFAULT_SETTINGS, type RulesChange, type ShopRules } from './shop-settings.ts';

const RULES: ShopRules = {
	version: 1,
	name: 'Golden Hour',
	timeZone: 'UTC',
	logo: null,
	...DEFAULT_AGING,
	...DEFAULT_SETTINGS
};

/** A form over a server with one shop, which others can change. */
function open() {
	let rules = RULES;
	const sent: ChangeSettingsInput[] = [];
	const save = (change: ChangeSettingsInput): Promise<SettingsAnswer> => {
		sent.push(structuredClone(change));
		const { version, ...named } = change;
		const after = withChange(rules, named);
		if (JSON.stringify(after) === JSON.stringify(rules))
			return Promise.resolve({ ok: true, settings: rules });
		if (version !== rules.version) {
			const code = 'settings.changed' as const;
			const facts = { settings: rules, changedBy: 'Ben Okafor' };
			const problem = { type: '', title: '', status: 409, code, detail: problemDetail(code), ...facts };
			return Promise.resolve({ ok: false, problem });
		}
		rules = { ...after, version: version + 1 };
		return Promise.resolve({ ok: true, settings: rules });
	};
	const elsewhere = (change: RulesChange) => {
		rules = { ...withChange(rules, change), version: rules.version + 1 };
	};
	return { form: new SettingsForm(RULES, save), sent, elsewhere, saved: () => rules };
}

describe('the settings while they are typed', () => {
	test('are saved a section at a time; what is typed in others stays', async () => {
		const { form, sent, saved } = open();
		form.typed.name = ' Blue Hour ';
		form.typed.dueSoonDays = 5;
		expect([form.isTouched('shop'), form.isTouched('aging'), form.isTouched('choices')]).toEqual([
			true,
			true,
			false
		]);
		expect(await form.save('shop')).toBe(true);
		expect(sent).toEqual([{ version: 1, name: 'Blue Hour' }]);
		expect(form.typed).toMatchObject({ name: 'Blue Hour', dueSoonDays: 5 });
		expect(form.outcome).toMatchObject({ section: 'shop', state: 'saved' });
		expect(await form.save('aging')).toBe(true);
		expect(saved()).toMatchObject({ version: 3, name: 'Blue Hour', dueSoonDays: 5 });
		expect(form.isUnsaved).toBe(false);
	});

	test('[G2] that contradict each other are marked and not sent', async () => {
		const { form, sent } = open();
		form.typed.thresholds.QN.red = 1;
		expect(await form.save('aging')).toBe(false);
		expect(sent).toEqual([]);
		expect(form.faultsOf('thresholds.QN')).toEqual({ 'thresholds.QN.red': 'Red must come after amber.' });
		form.typed.thresholds.QN.red = 9;
		expect(form.faultOf('thresholds.QN')).toBeUndefined();
		expect(await form.save('aging')).toBe(true);
	});

	test('[G2] both days left empty leave the promised date alone to rule', async () => {
		const { form, saved } = open();
		form.typed.thresholds.RP = { amber: null, red: null };
		await form.save('aging');
		expect(saved().thresholds.RP).toBeNull();
		form.typed.thresholds.RP.amber = 3;
		expect(await form.save('aging')).toBe(false);
	});

	test('[G2] of days in the wrong order is said at once; of days that are still being typed, nothing', async () => {
		const { form } = open();
		const fault = { 'thresholds.QN.red': 'Red must come after amber.' };
		form.typed.thresholds.QN = { amber: 9, red: 2 };
		form.typed.thresholds.IP = { amber: 3, red: null };
		expect([form.daysFaultsOf('QN'), form.daysFaultsOf('IP')]).toEqual([fault, {}]);
		expect(await form.save('aging')).toBe(false);
		expect(form.daysFaultsOf('IP')).toEqual({ 'thresholds.IP.red': 'Enter whole days.' });
		form.typed.thresholds.QN.red = 10;
		expect(form.daysFaultsOf('QN')).toEqual({});
	});

	test('[J4] the trade’s list is none of the shop’s, and neither is an empty one', async () => {
		const { form, sent, saved } = open();
		form.typed.choices.metal = 'Gold\n\n  Silver ';
		form.typed.locations = '';
		expect(form.isTouched('locations')).toBe(false);
		await form.save('choices');
		expect(saved().choices).toEqual({ metal: ['Gold', 'Silver'] });
		form.typed.choices.metal = SPEC_CHOICES.metal!.join('\n');
		await form.save('choices');
		expect(sent.at(-1)).toEqual({ version: 2, choices: { metal: [] } });
		expect(saved().choices).toEqual({});
	});
});

describe('two admins at once', () => {
	test('who change different fields both have theirs, and nobody is asked', async () => {
		const { form, elsewhere, saved } = open();
		form.typed.name = 'Blue Hour';
		elsewhere({ dueSoonDays: 9, thresholds: { QN: { amber: 1, red: 9 } } });
		expect(await form.save('shop')).toBe(true);
		expect(saved()).toMatchObject({ version: 3, name: 'Blue Hour', dueSoonDays: 9 });
		expect(form.typed.dueSoonDays).toBe(9);
	});

	test('who change the same field: the second sees both values, and nothing typed is lost', async () => {
		const { form, elsewhere, saved } = open();
		form.typed.name = 'Blue Hour';
		form.typed.timeZone = 'Asia/Tokyo';
		elsewhere({ name: 'Red Hour' });
		expect(await form.save('shop')).toBe(false);
		expect(form.conflicts).toEqual(['name']);
		expect(form.changedBy).toBe('Ben Okafor');
		expect(form.base.name).toBe('Red Hour');
		expect(form.typed).toMatchObject({ name: 'Blue Hour', timeZone: 'Asia/Tokyo' });
		expect(await form.save('shop')).toBe(false);
		form.choose('name', 'mine');
		expect(await form.save('shop')).toBe(true);
		expect(saved()).toMatchObject({ name: 'Blue Hour', timeZone: 'Asia/Tokyo' });
	});

	test('what is typed in another section overwrites nothing either', async () => {
		const { form, elsewhere, saved } = open();
		form.typed.name = 'Blue Hour';
		form.typed.dueSoonDays = 5;
		elsewhere({ name: 'Red Hour' });
		expect(await form.save('aging')).toBe(true);
		expect(form.conflicts).toEqual(['name']);
		expect(await form.save('shop')).toBe(false);
		expect(saved()).toMatchObject({ name: 'Red Hour', dueSoonDays: 5 });
		form.choose('name', 'mine');
		expect(await form.save('shop')).toBe(true);
		expect(saved().name).toBe('Blue Hour');
	});

	test('a logo that is sent brings what others have saved', () => {
		const { form } = open();
		form.typed.name = 'Blue Hour';
		const logo = { id: 'l', width: 1, height: 1 };
		form.adopt({ ...RULES, version: 4, name: 'Red Hour', dueSoonDays: 9, logo });
		expect(form.conflicts).toEqual(['name']);
		expect(form.typed).toMatchObject({ name: 'Blue Hour', dueSoonDays: 9 });
		expect(form.base.logo).toEqual(logo);
	});

	test('the other’s value can stay', async () => {
		const { form, elsewhere, saved } = open();
		form.typed.thresholds.QN.red = 9;
		elsewhere({ thresholds: { QN: { amber: 3, red: 8 } } });
		await form.save('aging');
		form.choose('thresholds.QN', 'theirs');
		expect(form.typed.thresholds.QN).toEqual({ amber: 3, red: 8 });
		expect(form.isUnsaved).toBe(false);
		expect(saved().version).toBe(2);
	});

	test('who want the same are no conflict', async () => {
		const { form, elsewhere } = open();
		form.typed.name = 'Blue Hour';
		elsewhere({ name: 'Blue Hour' });
		expect(await form.save('shop')).toBe(true);
		expect(form.isUnsaved).toBe(false);
	});

	test('a server that is not reached loses nothing', async () => {
		const form = new SettingsForm(RULES, () => Promise.reject(new Error('no network')));
		form.typed.name = 'Blue Hour';
		expect(await form.save('shop')).toBe(false);
		expect(form.outcome).toMatchObject({
			state: 'refused',
			problem: expect.stringMatching(/could not be reached/) as string
		});
		expect(form.typed.name).toBe('Blue Hour');
	});
});
