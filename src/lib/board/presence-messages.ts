import { formatJobNumber } from '#lib/jobs/job-number.ts';

export const ALSO_HERE = 'Also here';

/** What somebody's avatar says. */
export function hereWords({ name, looking }: { name: string; looking?: number }): string {
	return looking === undefined ? name : `${name}, looking at ${formatJobNumber(looking)}`;
}

/** Who has the same job open; nothing where nobody has. */
export function lookingWords(names: readonly string[]): string {
	const [first, second] = names;
	if (first === undefined) return '';
	if (second === undefined) return `${first} is looking at this`;
	const others = names.length === 2 ? second : `${names.length - 1} others`;
	return `${first} and ${others} are looking at this`;
}
