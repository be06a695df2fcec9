import { problemDetail } from '#lib/problems/words.ts';
import { AppError } from '#lib/server/app-error.ts';
import { isOnThisMachine, type Visitor } from '#lib/server/http/on-this-machine.ts';
import { countCodeGuess } from './attempts.ts';
import { isSetUpCode } from './set-up-code.ts';

/** P2: lets somebody set up from the machine itself or with the code. Throws `setup.code_wrong` or `request.too_many`. */
export async function requireSetUpAccess(visitor: Visitor, typed: string, code: string): Promise<void> {
	if (isOnThisMachine(visitor)) return;
	if (typed !== '') await countCodeGuess(visitor.address);
	if (!isSetUpCode(typed, code)) {
		throw new AppError('setup.code_wrong', { fields: { code: problemDetail('setup.code_wrong') } });
	}
}
