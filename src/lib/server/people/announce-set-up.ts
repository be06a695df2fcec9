import { isDatabaseGone } from '#lib/server/http/database-gone.ts';
import { isPublic } from '#lib/server/http/on-this-machine.ts';
import type { Process } from '#lib/server/process.ts';
import { shopExists } from './first-shop.ts';

/** P2: where no shop exists, tells whoever started the server, in one line, where to set it up. */
export async function announceSetUp({ config, deps, setUpCode }: Process): Promise<void> {
	if (!(await isEmpty(deps))) return;
	const address = config.origin ?? `http://localhost:${config.port}`;
	const code = isPublic(config.origin) ? setUpCode : `${setUpCode} from another machine`;
	process.stdout.write(`No shop yet. Set it up at ${address}/set-up (code ${code})\n`);
}

/** A database that is away for a moment is no reason not to start. */
async function isEmpty({ db, log }: Process['deps']): Promise<boolean> {
	try {
		return !(await shopExists(db));
	} catch (error) {
		if (!isDatabaseGone(error)) throw error;
		log.warn('database unavailable at start');
		return false;
	}
}
