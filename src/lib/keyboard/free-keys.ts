/** Where typing is: keys belong to the field. */
export const FIELDS = 'input, textarea, select, [contenteditable]';

/** What lies over a page and is finished first. A panel is not among them: it is a page of its own. */
export const OVER_THE_PAGE = '[role="dialog"]:not([data-panel]), [role="alertdialog"], [role="menu"]';

/** Whether a single key is nobody's yet: not the browser's, not a field's, not what lies over the page. */
export function isFree(event: KeyboardEvent): boolean {
	if (event.defaultPrevented || event.isComposing || hasModifier(event)) return false;
	const target = event.target instanceof Element ? event.target : null;
	return !target?.closest(FIELDS) && !document.querySelector(OVER_THE_PAGE);
}

export function hasModifier({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
	return ctrlKey || metaKey || altKey;
}
