/** W13: what a person may be in a shop. */
export const ROLES = ['admin', 'salesperson', 'jeweler', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks for something: a signed-in person, or (from the wall) a read-only display. */
export type Actor = PersonActor | DisplayActor;

export interface PersonActor {
	kind: 'person';
	shopId: string;
	id: string;
	name: string;
	role: Role;
	/** What the person signed in with: "Chrome on Android"; not known of programs. */
	device?: string;
}

export interface DisplayActor {
	kind: 'display';
	shopId: string;
	id: string;
	name: string;
}

/** A person as other people's screens name them. */
export interface PersonRef {
	id: string;
	name: string;
	initials: string;
}

export function personRef({ id, name }: { id: string; name: string }): PersonRef {
	return { id, name, initials: initialsOf(name) };
}

/** A person as the list of a shop's people names them. */
export interface ListedPerson extends PersonRef {
	role: Role;
	active: boolean;
	/** Admins only. */
	email?: string;
}

/** The first letters of the first and last word of a name: "Ana María Ruiz" is AR. Right-to-left names keep their own letters. */
export function initialsOf(name: string): string {
	const words = name.split(/\s+/u).filter(Boolean);
	const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
	return ends
		.map((word) => [...(word ?? '')][0] ?? '')
		.join('')
		.toUpperCase();
}
