/** A file that is dropped where nothing takes it would take the page's place: the browser opens it. Until the answer is called. */
export function keepFilesOut(): () => void {
	const stop = new AbortController();
	const refuse = (event: DragEvent) => {
		if (event.defaultPrevented || !carriesFiles(event)) return;
		event.preventDefault();
		if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
	};
	for (const name of ['dragover', 'drop'] as const) addEventListener(name, refuse, { signal: stop.signal });
	return () => stop.abort();
}

/** Whether a drag brings files from outside the page; the board's own drags work without these events. */
export function carriesFiles({ dataTransfer }: DragEvent): boolean {
	return dataTransfer?.types.includes('Files') ?? false;
}
