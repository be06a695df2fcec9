import type { Deps } from '#lib/server/deps.ts';
import type { StorageReport } from './fault.ts';
import { findFaults } from './find-faults.ts';
import { repairFault } from './repair-fault.ts';

/** Looks for whatever does not fit between the database and the store, and mends what can be when told to. */
export async function checkStorage(
	deps: Pick<Deps, 'sql' | 'store' | 'now'>,
	{ repair }: { repair: boolean }
): Promise<StorageReport> {
	const { files, objects, faults } = await findFaults(deps);
	const checked = [];
	for (const fault of faults) {
		const isRepaired = repair && (await repairFault(deps, fault).catch(() => false));
		checked.push({ fault, isRepaired });
	}
	return { files, objects, faults: checked };
}
