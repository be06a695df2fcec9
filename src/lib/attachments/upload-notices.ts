import { assertNever } from '#lib/kernel/assert-never.ts';
import { notify, withdraw } from '#lib/ui/toast.ts';
import * as words from './messages.ts';
import type { Upload, Uploads } from './uploads.svelte.ts';

/** How much more must be out before a notice says so: screen readers read each one. */
const STEP = 0.25;

/** A7: tells in notices how files fare that no page shows. */
export class UploadNotices {
	#uploads: Uploads;
	#told = new Map<Upload, { id: string; text: string }>();
	#count = 0;

	constructor(uploads: Uploads) {
		this.#uploads = uploads;
	}

	changed(upload: Upload): void {
		const { state, name, request } = upload;
		switch (state.step) {
			case 'waiting':
				return this.#tellUnderWay(upload, words.addingTo(name, request.job));
			case 'sending': {
				const share = Math.floor(state.sent / STEP) * STEP;
				const text = share > 0 ? words.addingShare : words.addingTo;
				return this.#tellUnderWay(upload, text(name, request.job, share));
			}
			case 'failed':
				return this.#tellFailed(upload, state);
			default:
				assertNever(state);
		}
	}

	arrived(upload: Upload): void {
		const { name, request } = upload;
		void notify(words.addedTo(name, request.job), { id: this.#idOf(upload) });
		this.#told.delete(upload);
	}

	calledOff(upload: Upload): void {
		void withdraw(this.#idOf(upload));
		this.#told.delete(upload);
	}

	#tellUnderWay(upload: Upload, text: string): void {
		const id = this.#idOf(upload);
		if (this.#told.get(upload)?.text === text) return;
		this.#told.set(upload, { id, text });
		const action = { label: words.CANCEL, run: () => this.#uploads.callOff(upload) };
		void notify(text, { id, action, stays: true });
	}

	#tellFailed(upload: Upload, { reason, again }: { reason: string; again: boolean }): void {
		const text = words.notAddedTo(upload.name, upload.request.job, reason);
		const id = this.#idOf(upload);
		// A notice goes when something is pressed in it, so another attempt gets a notice of its own.
		this.#told.delete(upload);
		const dismiss = { label: words.DISMISS, run: () => this.#uploads.callOff(upload) };
		const retry = { label: words.RETRY, run: () => this.#uploads.retry(upload) };
		const actions = again ? { action: retry, dismiss } : { dismiss };
		void notify(text, { tone: 'problem', id, stays: true, ...actions });
	}

	#idOf(upload: Upload): string {
		const known = this.#told.get(upload)?.id;
		if (known) return known;
		const id = `upload-${upload.request.mutationId}-${++this.#count}`;
		this.#told.set(upload, { id, text: '' });
		return id;
	}
}
