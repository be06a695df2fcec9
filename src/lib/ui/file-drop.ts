import { carriesFiles } from './keep-files-out.ts';

export interface FileDrop {
	/** Files hover over an element, or have gone (`null`). Returns whether they may be dropped there. */
	over: (at: Element | null) => boolean;
	take: (files: File[], at: Element) => void;
}

/**
 * Takes files that are dropped on a part of the page, until the answer is called. A target inside another one comes
 * first.
 */
export function watchFileDrop(node: EventTarget, { over, take }: FileDrop): () => void {
	const stop = new AbortController();
	const { signal } = stop;
	const listen = (name: string, handle: (event: DragEvent) => void) =>
		node.addEventListener(name, (event) => handle(event as DragEvent), { signal });
	const hover = (event: DragEvent) => {
		if (!carriesFiles(event)) return;
		const isTaken = !event.defaultPrevented && over(elementOf(event));
		if (!isTaken) return event.defaultPrevented && over(null);
		event.preventDefault();
		if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
	};
	listen('dragenter', hover);
	listen('dragover', hover);
	listen('dragleave', ({ relatedTarget }) => {
		if (!(relatedTarget instanceof Node && node instanceof Node && node.contains(relatedTarget))) over(null);
	});
	listen('drop', (event) => {
		const at = elementOf(event);
		const isTaken = carriesFiles(event) && !event.defaultPrevented && at !== null && over(at);
		over(null);
		if (!isTaken) return;
		event.preventDefault();
		take([...(event.dataTransfer?.files ?? [])], at);
	});
	return () => stop.abort();
}

function elementOf({ target }: Event): Element | null {
	return target instanceof Element ? target : null;
}
