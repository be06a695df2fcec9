import { watchFileDrop } from '#lib/ui/file-drop.ts';
import { watchFilePaste } from '#lib/ui/file-paste.ts';
import { keepFilesOut } from '#lib/ui/keep-files-out.ts';
import { ATTACHMENT_KINDS, type AttachmentKind } from './attachment.ts';
import type { JobFiles } from './job-files.svelte.ts';

/**
 * A7: takes what is pasted or dropped anywhere on a job's page. A file goes to the card that it is dropped on, and to the
 * inspiration otherwise. To be called when the page is mounted; the answer is to be called when it goes: what is still on
 * its way then is told in notices.
 */
export function watchPageFiles(files: JobFiles, mayAttach: () => boolean): () => void {
	const stops = [
		watchFileDrop(document, {
			over: (at) => {
				const kind = at && mayAttach() ? kindAt(at) : null;
				files.hovered = kind;
				return kind !== null;
			},
			take: (dropped, at) => files.add(kindAt(at), dropped)
		}),
		watchFilePaste((pasted) => mayAttach() && files.add('inspiration', pasted)),
		keepFilesOut()
	];
	return () => {
		for (const stop of stops) stop();
		files.leave();
	};
}

/** `AttachmentCard` carries its kind as `data-files`. */
function kindAt(element: Element): AttachmentKind {
	const kind = element.closest<HTMLElement>('[data-files]')?.dataset['files'];
	return ATTACHMENT_KINDS.find((known) => known === kind) ?? 'inspiration';
}
