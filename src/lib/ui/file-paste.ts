const TEXT_FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Takes files from the clipboard wherever they are pasted, unless a text field takes a text. Until the answer is called. */
export function watchFilePaste(take: (files: File[]) => void): () => void {
	const paste = (event: ClipboardEvent) => {
		const files = [...(event.clipboardData?.files ?? [])];
		if (event.defaultPrevented || files.length === 0 || isForField(event)) return;
		event.preventDefault();
		take(files);
	};
	document.addEventListener('paste', paste);
	return () => document.removeEventListener('paste', paste);
}

/** Spreadsheets and word processors bring a picture of the text along. */
function isForField({ target, clipboardData }: ClipboardEvent): boolean {
	const isField = target instanceof Element && target.closest(TEXT_FIELDS) !== null;
	return isField && (clipboardData?.types.includes('text/plain') ?? false);
}
