import { LOST, TIMED_OUT, UNREADABLE } from './messages.ts';
import { readAnswer, type UploadAnswer, type UploadRequest } from './upload.ts';

/** Milliseconds without a byte going out or an answer coming in. */
const PATIENCE_MS = 60_000;

export interface SendWatch {
	/** The share of the bytes that are out, 0 to 1. */
	progress: (sent: number) => void;
	/** Ends it. */
	signal: AbortSignal;
}

/** Sends one file and says what came of it; never rejects. */
export type SendFile = (request: UploadRequest, watch: SendWatch) => Promise<UploadAnswer>;

/** A7: over XMLHttpRequest, for `fetch` does not tell how much of a body is out. */
export const sendFile: SendFile = (request, { progress, signal }) =>
	new Promise((resolve) => {
		const xhr = new XMLHttpRequest();
		const fail = (reason: string) => resolve({ ok: false, reason, again: true });
		let patience: ReturnType<typeof setTimeout> | undefined;
		const wait = () => {
			clearTimeout(patience);
			patience = setTimeout(() => {
				fail(TIMED_OUT);
				xhr.abort();
			}, PATIENCE_MS);
		};
		xhr.upload.onprogress = ({ loaded, total }) => {
			wait();
			progress(total > 0 ? loaded / total : 0);
		};
		xhr.onload = () => resolve(readAnswer(answerOf(xhr)));
		xhr.onerror = () => void whyLost(request.file).then(fail);
		xhr.onabort = () => fail(LOST);
		xhr.onloadend = () => clearTimeout(patience);
		signal.addEventListener('abort', () => xhr.abort(), { once: true });
		xhr.open('POST', `/api/v1/jobs/${request.job}/attachments`);
		xhr.send(formOf(request));
		wait();
	});

/** The file comes last: what it is and where it belongs is known before its first byte. */
function formOf({ kind, file, mutationId }: UploadRequest): FormData {
	const form = new FormData();
	form.set('kind', kind);
	form.set('mutationId', mutationId);
	form.set('file', file);
	return form;
}

function answerOf(xhr: XMLHttpRequest) {
	return {
		status: xhr.status,
		contentType: xhr.getResponseHeader('content-type'),
		text: xhr.responseText
	};
}

/** The browser says the same of a lost connection and of a file that it cannot read, such as a folder. */
async function whyLost(file: File): Promise<string> {
	const isReadable = await file
		.slice(0, 1)
		.arrayBuffer()
		.then(
			() => true,
			() => false
		);
	return isReadable ? LOST : UNREADABLE;
}
