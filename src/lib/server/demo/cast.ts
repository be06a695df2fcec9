import type { CreateContactInput } from '#lib/contacts/contact-input.ts';
import type { Role } from '#lib/people/actor.ts';

/** The name of the sample shop, and the password of everybody in it. */
export const DEMO_SHOP_NAME = 'Marchetti & Daughters';
export const DEMO_PASSWORD = 'bench-and-loupe';

export interface DemoPerson {
	name: string;
	email: string;
	role: Role;
}

/** Five people, one of each role and a second salesperson. The first one opens the shop. */
export const STAFF: readonly [DemoPerson, ...DemoPerson[]] = [
	{ name: 'Elena Marchetti', email: 'elena@marchetti.example', role: 'admin' },
	{ name: 'Ana Ruiz', email: 'ana@marchetti.example', role: 'salesperson' },
	{ name: 'Tomás O’Brien', email: 'tomas@marchetti.example', role: 'salesperson' },
	{ name: 'Jun Watanabe', email: 'jun@marchetti.example', role: 'jeweler' },
	{ name: 'Priya Nair', email: 'priya@marchetti.example', role: 'viewer' }
];

export type DemoContact = Omit<CreateContactInput, 'mutationId'>;

const customer = (name: string, phone: string, more: Partial<DemoContact> = {}): DemoContact => ({
	name,
	phone,
	roles: ['customer'],
	...more
});

const vendor = (name: string, company: string, more: Partial<DemoContact> = {}): DemoContact => ({
	name,
	company,
	roles: ['vendor'],
	...more
});

/** Accents, an apostrophe, a right-to-left name, one tax-exempt, one customer who is a vendor too. */
export const CONTACTS: readonly DemoContact[] = [
	customer('Maria García', '+1 212 555 0114', { email: 'maria.garcia@mail.example' }),
	customer('Seán O’Connor', '+1 212 555 0127', { email: 'sean.oconnor@mail.example' }),
	customer('Zoë Lindqvist', '+1 646 555 0132', { email: 'zoe@lindqvist.example' }),
	customer('דנה לוי', '+1 718 555 0145', { email: 'dana.levi@mail.example' }),
	customer('Nguyễn Thị Mai', '+1 347 555 0151'),
	customer('Åse Bjørnstad', '+1 917 555 0168', { email: 'ase.b@mail.example' }),
	customer('Sister Agnes Doyle', '+1 212 555 0170', {
		company: 'St. Brigid’s School',
		taxExempt: true,
		taxNumber: 'EX-204-7719',
		address: '14 Abbey Lane, Yonkers NY'
	}),
	customer('Marcus Whitfield', '+1 212 555 0183', { email: 'm.whitfield@mail.example' }),
	customer('Chloé Dubois', '+1 646 555 0196', { email: 'chloe.dubois@mail.example' }),
	customer('Hassan al-Rashid', '+1 347 555 0109'),
	customer('Grace Kim', '+1 718 555 0118', { email: 'grace.kim@mail.example' }),
	customer('Oluwaseun Adeyemi', '+1 917 555 0136'),
	customer('Beatrix Hahn', '+1 212 555 0149', { email: 'b.hahn@mail.example' }),
	customer('Giulia D’Amico', '+1 646 555 0153', { email: 'giulia@damico.example' }),
	customer('Theodore Blackwood-Fairchild', '+1 212 555 0175', { email: 'theo@blackwood.example' }),
	customer('Ines Carvalho', '+1 347 555 0188'),
	vendor('Werner Hartmann', 'Hartmann Casting', {
		phone: '+1 973 555 0101',
		email: 'quotes@hartmann.example'
	}),
	vendor('Lakshmi Rao', 'Rao Gems', { phone: '+1 212 555 0202', email: 'lakshmi@raogems.example' }),
	vendor('Pavel Novák', 'Novák CAD Studio', { email: 'studio@novak.example' }),
	{
		name: 'Birgit Sørensen',
		company: 'Sørensen Engraving',
		roles: ['customer', 'vendor'],
		phone: '+1 201 555 0303',
		email: 'birgit@sorensen.example'
	}
];
