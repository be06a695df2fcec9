import type { UploadTarget } from './upload.ts';
import { UploadNotices } from './upload-notices.ts';
import { Uploads } from './uploads.svelte.ts';

/** A7: sends files to jobs that no page shows, such as a card's; how that goes is told in notices. */
export function backgroundUploads(): (target: UploadTarget, files: Iterable<File>) => void {
	const uploads: Uploads = new Uploads({
		changed: (upload) => notices.changed(upload),
		arrived: (upload) => notices.arrived(upload),
		calledOff: (upload) => notices.calledOff(upload)
	});
	const notices = new UploadNotices(uploads);
	return (target, files) => uploads.add(target, files);
}
