import type { Deps } from '#lib/server/deps.ts';
import type { CheckedFault, Fault, StorageReport } from './fault.ts';
import { findFaults } from './find-faults.ts';
import { repairFault } from './repair-fault.ts';

/** Looks for whatever does not fit between the database and the store, and mends what can be when told to. */
export async function checkStorage(
	deps: Pick<Deps, 'sql' | 'store' | 'now'>,
	{ repair }: { repair: boolean }
): Promise<StorageReport> {
	const { files, objects, faults } = await findFaults(deps);
	const checked: CheckedFault[] = [];
	for (const fault of faults) {
		checked.push({ fault, ...(repair ? await tryRepair(deps, fault) : { isRepaired: false }) });
	}
	return { files, objects, faults: checked };
}

/** One fault that cannot be mended does not keep the others from it; why stands in the report. */
async function tryRepair(
	deps: Parameters<typeof repairFault>[0],
	fault: Fault
): Promise<Pick<CheckedFault, 'isRepaired' | 'why'>> {
	try {
		return { isRepaired: await repairFault(deps, fault) };
	} catch (error) {
		return { isRepaired: false, why: error instanceof Error ? error.message : String(error) };
	}
}
