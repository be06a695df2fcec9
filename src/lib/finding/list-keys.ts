import { hasModifier, isFree } from '#lib/keyboard/free-keys.ts';

/** The id of the list's search field. */
export const LIST_SEARCH = 'list-search';

/**
 * L1: the list's keys: `/` searches, `n` takes a job in, up and down go from job to job, and Enter opens, as links do.
 * The search field lends its arrows to the list.
 */
export function onListKey(event: KeyboardEvent, create: (() => void) | null): void {
	const step = STEPS[event.key];
	const isSearching = document.activeElement?.id === LIST_SEARCH;
	if (!isFree(event) && !(isSearching && step && !hasModifier(event))) return;
	if (event.key === '/') document.getElementById(LIST_SEARCH)?.focus();
	else if (event.key === 'n' && create) create();
	else if (step === undefined || !goToJob(step, isSearching)) return;
	event.preventDefault();
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** From the search field the first step leads to the first job; from the first job a step up leads back. */
function goToJob(step: number, isSearching: boolean): boolean {
	const links = [...document.querySelectorAll<HTMLElement>('[data-job]')];
	const at = links.findIndex((link) => link === document.activeElement);
	if (at < 0 && step < 0) return false;
	const target = isSearching ? links[0] : (links[at + step] ?? (step < 0 ? searchField() : undefined));
	target?.focus();
	return target !== undefined;
}

function searchField(): HTMLElement | undefined {
	return document.getElementById(LIST_SEARCH) ?? undefined;
}
