/** Shown in the browser, and called so when it is saved: by a name of plain letters, and by the real one for those who read it. */
export function contentDisposition(fileName: string): string {
	const plain = fileName
		.normalize('NFKD')
		.replace(/[^\x20-\x7e]/g, '')
		.replace(/["\\%]/g, '_');
	const encoded = encodeURIComponent(fileName).replace(
		/['()*]/g,
		(letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `inline; filename="${plain || 'file'}"; filename*=UTF-8''${encoded}`;
}
