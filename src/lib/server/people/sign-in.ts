import { and, asc, eq } from 'drizzle-orm';
import type { Actor, Role } from '#lib/people/actor.ts';
import type { SignInInput } from '#lib/people/sign-in-input.ts';
import { AppError } from '#lib/server/app-error.ts';
import { isDatabaseGone } from '#lib/server/http/database-gone.ts';
import { people, shops } from '#lib/server/db/schema.ts';
import { countAttempt } from './attempts.ts';
import { inTurn, NOBODYS_HASH, verifyPassword } from './passwords.ts';
import { startSession, type NewSession, type SessionStores } from './sessions.ts';

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

/** Passwords verified for every guess, whether nobody, one or two shops know the e-mail: the time taken tells nothing. */
const LEAST_VERIFIED = 2;
/** Shops that may know one e-mail; the oldest accounts count, so that no newer one can push them out. */
const MOST_VERIFIED = 4;

/**
 * P3: starts a session for the person whose e-mail and password these are, whatever shop they belong to. Throws
 * `credentials.wrong`, in the same words and time whether the account exists or not, or `request.too_many`.
 */
export function signIn(stores: SessionStores, attempt: SignIn): Promise<SignedIn> {
	return inTurn(async () => {
		const forget = await countAttempt(attempt.email, attempt.address);
		try {
			const signedIn = await trySignIn(stores, attempt);
			await forget();
			return signedIn;
		} catch (error) {
			// A guess that an outage kept from being tried is none.
			if (isDatabaseGone(error)) await forget();
			throw error;
		}
	});
}

async function trySignIn(stores: SessionStores, { email, password, device }: SignIn): Promise<SignedIn> {
	const found = await findByPassword(stores, email, password);
	if (!found) throw new AppError('credentials.wrong');
	const { id, name, role, shopId, shopName, verified } = found;
	const started = await startSession(stores, { shopId, id, verified }, device);
	return {
		...started,
		user: { id, name, email, role, shop: { id: shopId, name: shopName } },
		actor: { kind: 'person', shopId, id, name, role }
	};
}

/**
 * P1: people of several shops may have one e-mail; each is checked. Where the password is the same too, the oldest account
 * opens: what another shop adds changes nothing for whoever has signed in here for years. The newer one opens once its
 * admin has given it a password of its own; a shop that refused the password would tell of the other.
 */
async function findByPassword(stores: SessionStores, email: string, password: string) {
	const candidates = await findActive(stores, email);
	const missing = Math.max(0, LEAST_VERIFIED - candidates.length);
	const hashes = [
		...candidates.map(({ verified }) => verified),
		...Array.from({ length: missing }, () => NOBODYS_HASH)
	];
	const right = await Promise.all(hashes.map((hash) => verifyPassword(hash, password)));
	return candidates.find((_, index) => right[index]);
}

function findActive({ db }: SessionStores, email: string) {
	const { id, name, role, passwordHash: verified, shopId } = people;
	return db
		.select({ id, name, role, verified, shopId, shopName: shops.name })
		.from(people)
		.innerJoin(shops, eq(shops.id, shopId))
		.where(and(eq(people.email, email), eq(people.active, true)))
		.orderBy(asc(people.createdAt), asc(id))
		.limit(MOST_VERIFIED);
}
