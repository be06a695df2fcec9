import { BackupError } from './backup-error.ts';
import { FILES } from './backup-format.ts';
import type { CheckedBackup } from './check-backup.ts';

/** Files that a refusal names; of the rest it says how many. */
const NAMED = 5;

/** B5: throws a BackupError when a file is broken, with how many are, the first of them, and the way to all the others. */
export function requireWhole({ brokenFiles, manifest }: CheckedBackup): void {
	const { length } = brokenFiles;
	if (length === 0) return;
	const lines = brokenFiles.slice(0, NAMED).map(({ name, fault }) => `${name} ${fault}.`);
	const rest = length > NAMED ? [`… and ${length - NAMED} more.`] : [];
	const [first] = lines;
	if (length === 1) throw new BackupError(`The backup is broken: ${first ?? ''}\n${WAY_OUT}`);
	const counted = `${length} of its ${manifest.files.count} files are not as they were written.`;
	throw new BackupError([`The backup is broken: ${counted}`, ...lines, ...rest, WAY_OUT].join('\n'));
}

const WAY_OUT =
	'Its rows and all other files are sound: with --without-broken-files a restore leaves these out and names them all.';

/** A line for each file that was left out: which one, of which job, and what was wrong with it. */
export function leftOutLines({ brokenFiles }: CheckedBackup): string[] {
	return brokenFiles.map(({ name, fault }) => `Left out: ${placeInShop(name)}, ${name} ${fault}.`);
}

/** `job 12`, or `the logo`, as the key of the object says it. */
function placeInShop(name: string): string {
	const [, , place, number] = name.slice(FILES.length + 1).split('/');
	return place === 'jobs' ? `job ${number ?? ''}` : 'the logo';
}
