import { and, asc, eq } from 'drizzle-orm';
import type { Actor, Role } from '#lib/people/actor.ts';
import type { SignInInput } from '#lib/people/sign-in-input.ts';
import { AppError } from '#lib/server/app-error.ts';
import { people, shops } from '#lib/server/db/schema.ts';
import { countAttempt } from './attempts.ts';
import { NOBODYS_HASH, verifyPassword } from './passwords.ts';
import { startSession, type NewSession, type SessionStores } from './sessions.ts';
import { createTurns } from './turns.ts';

export interface SignIn extends SignInInput {
	/** In words: "Chrome on Android". */
	device: string;
	/** The network address that the guess came from. */
	address: string;
}

/** The person who signed in, as their own screen names them. */
export interface SignedInUser {
	id: string;
	name: string;
	email: string;
	role: Role;
	shop: { id: string; name: string };
}

export interface SignedIn extends NewSession {
	user: SignedInUser;
	actor: Actor;
}

/** Passwords checked at once: a thread and 19 MiB each. Fewer than the failures forgiven, so that right guesses made together all count as right. */
const inTurn = createTurns(4);

/**
 * P3: starts a session for the person whose e-mail and password these are, whatever shop they belong to. Throws
 * `credentials.wrong`, in the same words and time whether the account exists or not, or `request.too_many`.
 */
export async function signIn(stores: SessionStores, attempt: SignIn): Promise<SignedIn> {
	const user = await inTurn(() => guess(stores, attempt));
	const { id, name, role, shop } = user;
	const started = await startSession(stores, { shopId: shop.id, id }, attempt.device);
	return { ...started, user, actor: { kind: 'person', shopId: shop.id, id, name, role } };
}

async function guess(stores: SessionStores, { email, password, address }: SignIn): Promise<SignedInUser> {
	const forget = await countAttempt(email, address);
	try {
		const user = await findByPassword(stores, email, password);
		if (!user) throw new AppError('credentials.wrong');
		await forget();
		return user;
	} catch (error) {
		// A guess that an outage kept from being tried is none.
		if (!(error instanceof AppError)) await forget();
		throw error;
	}
}

/** P1: people of several shops may have one e-mail; each is checked, and nobody's hash when there is none. */
async function findByPassword(
	stores: SessionStores,
	email: string,
	password: string
): Promise<SignedInUser | undefined> {
	const candidates = await findActive(stores, email);
	const hashes = candidates.length > 0 ? candidates.map(({ hash }) => hash) : [NOBODYS_HASH];
	const right = await Promise.all(hashes.map((hash) => verifyPassword(hash, password)));
	const found = candidates.find((_, index) => right[index]);
	if (!found) return undefined;
	const { id, name, role, shopId, shopName } = found;
	return { id, name, email, role, shop: { id: shopId, name: shopName } };
}

function findActive({ db }: SessionStores, email: string) {
	const { id, name, role, passwordHash: hash, shopId } = people;
	return db
		.select({ id, name, role, hash, shopId, shopName: shops.name })
		.from(people)
		.innerJoin(shops, eq(shops.id, shopId))
		.where(and(eq(people.email, email), eq(people.active, true)))
		.orderBy(asc(people.createdAt), asc(id));
}
