import { newMutationId } from '#lib/realtime/mutation-id.ts';
import type { Attachment } from './attachment.ts';
import { holdPage } from './hold-page.ts';
import { sendFile, type SendFile } from './send-file.ts';
import { refusalOf, type UploadRequest, type UploadState, type UploadTarget } from './upload.ts';

/** A7: how many files are on their way at a time. */
const AT_ONCE = 2;

/** One file that has not arrived yet. */
export class Upload {
	state = $state.raw<UploadState>({ step: 'waiting' });
	readonly request: UploadRequest;
	/** Ends the attempt that is under way. */
	ending = new AbortController();

	constructor(request: UploadRequest) {
		this.request = request;
	}

	get name(): string {
		return this.request.file.name;
	}
}

export interface UploadListener {
	/** It waits, is under way, or has failed. */
	changed: (upload: Upload) => void;
	arrived: (upload: Upload, attachment: Attachment) => void;
	/** Somebody has called it off; what was out already may have been saved. */
	calledOff: (upload: Upload) => void;
}

export interface UploadSurroundings {
	send: SendFile;
	newMutationId: () => string;
	/** A7: asks before the page is left, until the answer is called. */
	holdPage: () => () => void;
}

const BROWSER: UploadSurroundings = { send: sendFile, newMutationId, holdPage };

/** A7: the files on their way to jobs, two at a time, and those that failed until somebody has seen it. */
export class Uploads {
	list = $state.raw<readonly Upload[]>([]);
	#listener: UploadListener;
	#surroundings: UploadSurroundings;
	#release: (() => void) | null = null;

	constructor(listener: UploadListener, surroundings: UploadSurroundings = BROWSER) {
		this.#listener = listener;
		this.#surroundings = surroundings;
	}

	add({ job, kind }: UploadTarget, files: Iterable<File>): void {
		const { newMutationId } = this.#surroundings;
		const more = Array.from(files, (file) => new Upload({ job, kind, file, mutationId: newMutationId() }));
		this.list = [...this.list, ...more];
		for (const upload of more) this.#admit(upload);
		this.#startNext();
	}

	/** Sends the same file as the same change: whatever became of the first attempt, it is added once. */
	retry(upload: Upload): void {
		if (upload.state.step !== 'failed') return;
		this.#set(upload, { step: 'waiting' });
		this.#startNext();
	}

	/** Calls off what waits or is under way, and puts away what has failed. */
	callOff(upload: Upload): void {
		if (!this.list.includes(upload)) return;
		this.#leave(upload);
		upload.ending.abort();
		this.#listener.calledOff(upload);
		this.#startNext();
	}

	#admit(upload: Upload): void {
		const reason = refusalOf(upload.request.file);
		if (reason === null) this.#listener.changed(upload);
		else this.#set(upload, { step: 'failed', reason, again: false });
	}

	#startNext(): void {
		const sending = this.list.filter(({ state }) => state.step === 'sending').length;
		const waiting = this.list.filter(({ state }) => state.step === 'waiting');
		for (const upload of waiting.slice(0, AT_ONCE - sending)) void this.#send(upload);
		this.#hold(sending + waiting.length > 0);
	}

	async #send(upload: Upload): Promise<void> {
		upload.ending = new AbortController();
		const { signal } = upload.ending;
		this.#set(upload, { step: 'sending', sent: 0 });
		const progress = (sent: number) => {
			if (!signal.aborted) this.#set(upload, { step: 'sending', sent });
		};
		const answer = await this.#surroundings.send(upload.request, { progress, signal });
		if (signal.aborted) return;
		if (answer.ok) {
			this.#leave(upload);
			this.#listener.arrived(upload, answer.attachment);
		} else this.#set(upload, { step: 'failed', reason: answer.reason, again: answer.again });
		this.#startNext();
	}

	#set(upload: Upload, state: UploadState): void {
		upload.state = state;
		this.#listener.changed(upload);
	}

	#leave(upload: Upload): void {
		this.list = this.list.filter((other) => other !== upload);
	}

	#hold(isBusy: boolean): void {
		if (isBusy) this.#release ??= this.#surroundings.holdPage();
		else {
			this.#release?.();
			this.#release = null;
		}
	}
}
