import { describe, expect, test } from 'vitest';
import { ContactBook, type KnownContact } from './contact-book.ts';
import type { ContactDraft } from './contact-draft.ts';
import { findStaff } from './staff.ts';
import { VendorBook } from './vendor-book.ts';

function counter() {
	let count = 0;
	return () => `new ${++count}`;
}
const known = (id: string, contact: Partial<KnownContact>): KnownContact => ({
	...{ id, name: id, company: null, roles: ['customer'], email: null, phone: null, address: null },
	...{ taxExempt: false, taxNumber: null, notes: null },
	...contact
});
const MARIA = known('maria', {
	name: 'María González',
	email: 'Maria@example.com',
	phone: '+1 (555) 010-100'
});

/** The ids that rows are settled to, and the fields that warnings name. */
function settle(contacts: KnownContact[], ...drafts: Partial<ContactDraft>[]) {
	const book = new ContactBook(contacts, counter());
	const settled = drafts.map((draft, index) =>
		book.settle({ name: 'Maria Gonzalez', roles: ['customer'], ...draft }, index + 2)
	);
	return {
		ids: settled.map(({ contact }) => contact.id),
		warnings: settled.map(({ warnings }) => warnings.map(({ field }) => field)),
		added: book.added
	};
}

describe('[I4] a customer', () => {
	test.each<[string, Partial<ContactDraft>]>([
		['the e-mail, in any case', { email: 'maria@EXAMPLE.com' }],
		['the digits of the phone number', { phone: '1 555 010100' }],
		['the name, without accents and case', { name: 'maria  GONZALEZ' }]
	])('is known by %s', (_, draft) => {
		expect(settle([MARIA], draft)).toMatchObject({ ids: ['maria'], added: [] });
	});

	test('of the same name with another e-mail, phone or company is somebody else', () => {
		expect(settle([MARIA], { email: 'other@example.com' }, { phone: '555 999 999' }).ids).toEqual([
			'new 1',
			'new 1'
		]);
		expect(
			settle([known('a', { name: 'Li Wei', company: 'Acme' })], { name: 'Li Wei', company: 'Bolt' }).ids
		).toEqual(['new 1']);
	});

	test('of a name that several have is new, and that is said', () => {
		const two = [known('a', { name: 'Li Wei' }), known('b', { name: 'Li Wei', phone: '555 123 456' })];
		expect(settle(two, { name: 'Li Wei' })).toMatchObject({ ids: ['new 1'], warnings: [['name']] });
		expect(settle(two, { name: 'Li Wei', phone: '555-123-456' })).toMatchObject({
			ids: ['b'],
			warnings: [[]]
		});
	});

	test('of another name with the same e-mail is the same, and that is said', () => {
		expect(settle([MARIA], { name: 'M. Gonzalez', email: 'maria@example.com' })).toMatchObject({
			ids: ['maria'],
			warnings: [['name']]
		});
	});

	test('is told by name from others who share the phone', () => {
		const family = [
			known('a', { name: 'Ann Lee', phone: '555 123 456' }),
			known('b', { name: 'Bo Lee', phone: '555 123 456' })
		];
		expect(settle(family, { name: 'Bo Lee', phone: '555123456' }).ids).toEqual(['b']);
		expect(settle(family, { name: 'Cy Lee', phone: '555123456' }).ids).toEqual(['new 1']);
	});

	test('is not known by a phone number that is none', () => {
		expect(settle([known('a', { name: 'Ann', phone: '0' })], { name: 'Bo', phone: '0' }).ids).toEqual([
			'new 1'
		]);
	});

	test('who comes in several rows is one new contact with all that they say', () => {
		const { ids, added, warnings } = settle(
			[],
			{ phone: '555 100 100' },
			{ email: 'm@example.com' },
			{ email: 'm@example.com', address: 'Here', name: 'Mrs G' }
		);
		expect(ids).toEqual(['new 1', 'new 1', 'new 1']);
		expect(added).toMatchObject([
			{ name: 'Maria Gonzalez', phone: '555 100 100', email: 'm@example.com', address: 'Here', line: 2 }
		]);
		expect(warnings).toEqual([[], [], ['name']]);
	});

	test('who is there is not changed; what a file knows otherwise is said', () => {
		const { added, warnings } = settle([MARIA], {
			email: 'maria@example.com',
			phone: '555 000 999',
			address: 'Here',
			taxExempt: true
		});
		expect({ added, warnings }).toEqual({ added: [], warnings: [['phone', 'address', 'taxExempt']] });
		expect(MARIA).toMatchObject({ phone: '+1 (555) 010-100', address: null });
	});
});

describe('[S3, I4] a vendor', () => {
	const vendors = [
		known('c', { name: 'Carla', company: 'Castwell', roles: ['vendor'] }),
		known('d', { name: 'Demir', roles: ['vendor'] })
	];
	const settleAll = (contacts: KnownContact[], ...names: string[]) => {
		const book = new VendorBook(contacts, counter());
		return {
			read: names.map((name) => book.settle(name, 2)).map((read) => (read.ok ? read.value.id : read.message)),
			added: book.added
		};
	};

	test('is known by the company or the name, and otherwise added once', () => {
		const { read, added } = settleAll(vendors, 'castwell', 'Carla', 'DEMIR', 'Nova', 'nova');
		expect(read).toEqual(['c', 'c', 'd', 'new 1', 'new 1']);
		expect(added).toMatchObject([{ name: 'Nova', company: 'Nova', roles: ['vendor'] }]);
	});

	test('whose name several have is a problem', () => {
		expect(
			settleAll([...vendors, known('e', { name: 'Castwell', roles: ['vendor'] })], 'Castwell').read
		).toEqual([expect.stringContaining('Several vendors')]);
	});
});

describe('[J3] somebody who works there', () => {
	const staff = ['Ana Ruiz', 'Ana Belo', 'Luca Ferri'].map((name, index) => ({
		id: name,
		name,
		email: `p${index}@example.com`
	}));
	test.each([
		['Ana Ruiz', 'Ana Ruiz'],
		['ána  belo', 'Ana Belo'],
		['P2@example.com', 'Luca Ferri'],
		['Luca', 'Luca Ferri']
	])('is known as %s', (text, id) => {
		expect(findStaff(staff, text)).toMatchObject({ ok: true, value: { id } });
	});

	test('is not guessed', () => {
		expect(findStaff(staff, 'Ana')).toMatchObject({
			message: expect.stringContaining('Several people') as string
		});
		expect(findStaff(staff, 'Ferri')).toMatchObject({
			message: expect.stringContaining('Luca Ferri') as string
		});
	});
});
