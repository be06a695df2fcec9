/** The id of the list's search field. */
export const LIST_SEARCH = 'list-search';

/** Where keys belong to somebody else; the search field lends its arrows to the list. */
const TAKEN = 'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], summary';

/** L1: the list's keys: `/` searches, up and down go from job to job, and Enter opens, as links do. */
export function onListKey(event: KeyboardEvent): void {
	if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
	const step = STEPS[event.key];
	const isSearching = document.activeElement?.id === LIST_SEARCH;
	if (event.target instanceof Element && event.target.closest(TAKEN) && !(isSearching && step)) return;
	if (event.key === '/') document.getElementById(LIST_SEARCH)?.focus();
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
