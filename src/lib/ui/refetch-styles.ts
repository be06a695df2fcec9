/** A program that is fetched again does not bring the style sheets again that failed to come with it the first time. */
export function refetchStyles(): void {
	for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
		if (!hasCome(link)) link.replaceWith(link.cloneNode());
	}
}

function hasCome({ sheet }: HTMLLinkElement): boolean {
	try {
		return Boolean(sheet?.cssRules.length);
	} catch {
		// Chromium takes one that did not come for another site's, which nobody may read. All of ours are from here.
		return false;
	}
}
