import { describe, expect, test } from 'vitest';
import type { ContactAnswer } from './contact-calls.ts';
import { ContactForm } from './contact-form.svelte.ts';
import type { Contact } from './contact.ts';
import { NOBODY } from './typed-contact.ts';

const maria: Contact = {
	...NOBODY,
	id: 'c1',
	version: 1,
	name: 'Maria',
	roles: ['customer'],
	phone: '1',
	archived: false
};
const problem = (more: object) => ({ ok: false, problem: { detail: 'No.', ...more } }) as ContactAnswer;

/** A form whose server answers one thing after the other, and what it was sent. */
function begin(...answers: (ContactAnswer | null)[]) {
	const sent: unknown[] = [];
	const form = new ContactForm(maria, (changes, version) => {
		sent.push({ version, ...changes });
		const answer = answers.shift();
		return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('Failed to fetch'));
	});
	return { form, sent };
}

describe('[S4] a contact that is being edited', () => {
	test('sends what was changed and the version that was seen', async () => {
		const saved = { ...maria, version: 2, phone: '2', notes: 'x' };
		const { form, sent } = begin({ ok: true, contact: saved });
		form.typed.phone = '2';
		form.typed.notes = ' x ';
		expect(form.isTouched).toBe(true);
		expect(await form.save()).toEqual(saved);
		expect(sent).toEqual([{ version: 1, phone: '2', notes: ' x ' }]);
		expect([form.typed.notes, form.isTouched, form.isSaved]).toEqual(['x', false, true]);
	});

	test('keeps everything that was typed when it is refused, and says it beside the field until that changes', async () => {
		const { form } = begin(problem({ fields: { email: 'None.' } }));
		form.typed.email = 'x';
		form.typed.notes = 'typed';
		expect(await form.save()).toBeNull();
		expect([form.problem, form.faultOf('email'), form.faultOf('name')]).toEqual(['No.', 'None.', undefined]);
		form.typed.email = 'm@x.test';
		expect([form.faultOf('email'), form.typed.notes, form.isTouched]).toEqual([undefined, 'typed', true]);
	});

	test('keeps everything when the server is not reached', async () => {
		const { form } = begin(null);
		form.typed.notes = 'typed';
		expect(await form.save()).toBeNull();
		expect(form.problem).toContain('could not be reached');
		expect([form.typed.notes, form.busy]).toEqual(['typed', false]);
	});

	test('shows both values of a field that others have saved, and takes in the rest of theirs', async () => {
		const theirs = { ...maria, version: 3, phone: '3', email: 'm@x.test' };
		const { form, sent } = begin(problem({ code: 'contact.changed', contact: theirs }), {
			ok: true,
			contact: { ...theirs, version: 4, phone: '2', notes: 'x' }
		});
		form.typed.phone = '2';
		form.typed.notes = 'x';
		await form.save();
		expect(form.conflicts).toEqual(['phone']);
		expect([form.base.phone, form.typed.phone, form.typed.email]).toEqual(['3', '2', 'm@x.test']);

		await form.save();
		expect(sent).toHaveLength(1);
		form.choose('phone', 'mine');
		await form.save();
		expect(sent[1]).toEqual({ version: 3, phone: '2', notes: 'x' });
	});

	test('gives its value up for the other one when that is chosen', async () => {
		const theirs = { ...maria, version: 3, phone: '3' };
		const { form, sent } = begin(problem({ code: 'contact.changed', contact: theirs }), {
			ok: true,
			contact: theirs
		});
		form.typed.phone = '2';
		await form.save();
		form.choose('phone', 'theirs');
		expect([form.typed.phone, form.conflicts, form.problem]).toEqual(['3', [], null]);
		await form.save();
		expect(sent[1]).toEqual({ version: 3 });
	});

	test('keeps what is typed while the answer is on its way', async () => {
		let answer: (answer: ContactAnswer) => void = () => undefined;
		const form = new ContactForm(maria, () => new Promise((resolve) => (answer = resolve)));
		form.typed.phone = '2';
		const saving = form.save();
		form.typed.notes = 'typed meanwhile';
		answer({ ok: true, contact: { ...maria, version: 2, phone: '2' } });
		await saving;
		expect([form.typed.notes, form.typed.phone, form.changed]).toEqual(['typed meanwhile', '2', ['notes']]);
	});

	test('takes roles in whatever order they are ticked for the same', () => {
		const { form } = begin();
		form.typed.roles = ['vendor', 'customer'];
		expect(form.changed).toEqual(['roles']);
		form.typed.roles = ['customer'];
		expect(form.isTouched).toBe(false);
	});
});
