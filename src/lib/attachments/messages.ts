import { formatJobNumber } from '#lib/jobs/job-number.ts';
import type { AttachmentKind } from './attachment.ts';

export const KIND_NAMES: Record<AttachmentKind, string> = {
	inspiration: 'Inspiration photo',
	drawing: 'Vendor drawing'
};

/** What belongs on an empty card. */
export const KIND_HINTS: Record<AttachmentKind, string> = {
	inspiration: 'What the customer asks for: a photo, a sketch, a piece they like.',
	drawing: 'The CAD render or technical drawing that the customer approves.'
};

export const WAYS = 'Add a file, drop it here, or paste it.';
export const WAYS_BY_TOUCH = 'Take a photo, or add a file.';
export const NO_FILES = 'Nothing here yet.';
export const DROP_HERE = 'Drop to add it here';

export const CHOOSE = 'Add files';
export const TAKE_PHOTO = 'Take a photo';
export const REMOVE = 'Remove';
export const RETRY = 'Retry';
export const DISMISS = 'Dismiss';
export const CANCEL = 'Cancel';
export const READ_AGAIN = 'Try again';

/** A4: what a document offers instead of a picture. */
export const VIEW_ATTACHMENT = 'View attachment ↗';
export const PDF = 'PDF';
export const PICTURE_MISSING = 'This picture cannot be shown at the moment.';
export const LIST_MISSING = 'The files could not be read. What you see may be old.';

export const WAITING = 'Waiting';
export const SAVING = 'Saving…';
export const percent = (share: number) => `${Math.round(share * 100)} %`;
export const sendingLabel = (file: string) => `Sending ${file}`;

/** Which of several controls of one name is meant, for screen readers. */
export const labelFor = (action: string, file: string) => `${action}: ${file}`;
export const viewLarge = (file: string) => `View large: ${file}`;
export const showFile = (file: string) => `Show ${file}`;
export const stripLabel = (kind: AttachmentKind) => `All files: ${KIND_NAMES[kind]}`;
export const viewDocument = (file: string) => `View attachment: ${file}, opens in a new tab`;

/** Why a file did not arrive, where the server has not said it itself. */
export const LOST = 'The connection was lost before the file had arrived. Nothing was saved.';
export const TIMED_OUT = 'The server did not answer in time. Try again; it is saved only once.';
export const UNREADABLE = 'The file cannot be read: it is a folder, or was changed or moved meanwhile.';
export const SIGNED_OUT = 'You are signed out. Sign in in another tab, then try again.';
export const WAY_TOO_NARROW = 'The way to the server takes no files of this size.';
export const answeredByOther = (status: number) =>
	`Something on the way answered instead of the server (${status}). Nothing was saved.`;

export const REMOVE_DIALOG = {
	title: (file: string) => `Remove ${file}?`,
	description: 'It is deleted for everybody and cannot be brought back. The history keeps that it was here.',
	submit: 'Remove',
	keep: 'Keep it'
};

export const LIGHTBOX = {
	previous: 'Previous',
	next: 'Next',
	zoomIn: 'Zoom in',
	zoomOut: 'Zoom out',
	original: 'Open the original',
	download: 'Download',
	position: (at: number, of: number) => `${at} of ${of}`
};

export const PHOTO_PICK = {
	label: 'Photos',
	choose: 'Add photos',
	hint: 'Optional. Drop or paste them anywhere.',
	notPicture: (file: string) => `${file} is no picture. Documents go onto the job once it is saved.`,
	refused: (file: string, reason: string) => `${file}: ${reason}`
};

/** What is told in passing of files that no page shows. */
export const addingTo = (file: string, job: number) => `Adding ${file} to ${formatJobNumber(job)}…`;
export const addingShare = (file: string, job: number, share: number) =>
	`${addingTo(file, job)} ${percent(share)}`;
export const addedTo = (file: string, job: number) => `${file} was added to ${formatJobNumber(job)}.`;
export const notAddedTo = (file: string, job: number, reason: string) =>
	`${file} was not added to ${formatJobNumber(job)}. ${reason}`;

/** What screen readers hear of the files of the job that is shown. */
export const added = (file: string) => `${file} was added.`;
export const notAdded = (file: string, reason: string) => `${file} was not added. ${reason}`;
export const removed = (file: string) => `${file} was removed.`;

/** Who brought a file, and when: "Ana Ruiz · 5 Mar 2026, 14:02". */
export function byline(by: string | null, when: string): string {
	return by === null ? when : `${by} · ${when}`;
}
