import type { Card } from '#lib/board/card.ts';
import type { Contact } from '#lib/contacts/contact.ts';
import { addDays, dayIn, type Instant } from '#lib/kernel/dates.ts';
import { initialsOf, type Role } from '#lib/people/actor.ts';
import { PIECES, type Piece } from './pieces.ts';
import { boundaryPlans, closedPlan, everydayPlan, type Plan } from './plan.ts';
import type { Random } from './random.ts';
import type { DemoJob } from './tell-life.ts';

export interface DemoPersonRef {
	id: string;
	name: string;
	role: Role;
}

/** A job before its life is told, with what the board does not show of it. */
export interface CastJob extends DemoJob {
	piece: Piece;
	customer: Contact;
	salespersonId: string;
	jewelerId: string | null;
}

export interface Cast {
	people: readonly DemoPersonRef[];
	contacts: readonly Contact[];
	now: Instant;
	timeZone: string;
}

/**
 * Gives each plan its piece and its people. `open` is how many jobs stand on the board (at least the boundary plans);
 * five closed ones come on top for each, up to a thousand: what a shop lets go in three months.
 */
export function castJobs(open: number, cast: Cast, random: Random): CastJob[] {
	const boundaries = boundaryPlans(random);
	const everyday = Array.from({ length: Math.max(0, open - boundaries.length) }, () => everydayPlan(random));
	const closed = Array.from({ length: Math.min(5 * open, 1000) }, () => closedPlan(random));
	const pieces = shuffledPieces(random);
	return [...boundaries, ...everyday, ...closed].map((plan, index) => {
		const piece = pieces[index % pieces.length] ?? random.pick(PIECES);
		return castJob(plan, piece, cast, random);
	});
}

function shuffledPieces(random: Random): Piece[] {
	const pieces = [...PIECES];
	for (let last = pieces.length - 1; last > 0; last--) {
		const other = random.below(last + 1);
		[pieces[last], pieces[other]] = [pieces[other] as Piece, pieces[last] as Piece];
	}
	return pieces;
}

function castJob(plan: Plan, piece: Piece, cast: Cast, random: Random): CastJob {
	const inRole = (role: Role) => random.pick(cast.people.filter((person) => person.role === role));
	const salesperson = inRole('salesperson');
	const jeweler =
		random.below(3) > 0 && !plan.steps.some(({ to }) => to === 'AVQ') ? inRole('jeweler') : null;
	const customer = random.pick(cast.contacts.filter(({ roles }) => roles.includes('customer')));
	const needsVendor = plan.steps.some(({ to }) => to === 'AVQ');
	const vendor = needsVendor
		? random.pick(cast.contacts.filter(({ roles }) => roles.includes('vendor')))
		: null;
	const admin = inRole('admin');
	return {
		plan,
		piece,
		customer,
		card: blankCard(plan, piece, { customer, salesperson, jeweler }, cast, random),
		vendor: vendor && { id: vendor.id, name: vendor.company ?? vendor.name },
		heldClock: null,
		closing: null,
		salespersonId: salesperson.id,
		jewelerId: jeweler?.id ?? null,
		mover: (to) => (to === 'OH' ? admin : to === 'RP' ? (jeweler ?? salesperson) : salesperson)
	};
}

const PLACES = ['Safe, tray 4', 'Bench 2', 'Front case', 'Setter', 'Polishing', null, null] as const;

function blankCard(
	plan: Plan,
	piece: Piece,
	of: { customer: Contact; salesperson: DemoPersonRef; jeweler: DemoPersonRef | null },
	{ now, timeZone }: Cast,
	random: Random
): Card {
	const ref = ({ id, name }: DemoPersonRef) => ({ id, name, initials: initialsOf(name) });
	return {
		number: 0,
		type: piece.type,
		status: 'QN',
		rank: '',
		version: 0,
		title: piece.title,
		customer: of.customer.name,
		salesperson: ref(of.salesperson),
		jeweler: of.jeweler && ref(of.jeweler),
		vendor: null,
		promisedOn: addDays(dayIn(timeZone, now), plan.promisedIn),
		statusSince: now,
		rush: random.below(9) === 0,
		location: random.pick(PLACES),
		hold: null,
		cover: null,
		images: 0,
		documents: 0,
		createdAt: now
	};
}
