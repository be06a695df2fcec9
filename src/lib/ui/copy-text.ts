/**
 * Puts a text on the clipboard. Without an encrypted connection browsers let a page copy only what is selected in a field;
 * that stays selected when even this fails. Returns whether it is on the clipboard. In the browser only.
 */
export async function copyText(text: string, field: HTMLInputElement): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		field.focus();
		field.select();
		// Old, and the only way there is.
		return document.execCommand('copy');
	}
}
