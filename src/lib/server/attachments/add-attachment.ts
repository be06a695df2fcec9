import { randomUUID } from 'node:crypto';
import type { Attachment } from '#lib/attachments/attachment.ts';
import type { AttachInput } from '#lib/attachments/attachment-input.ts';
import { safeFileName } from '#lib/attachments/file-name.ts';
import { abilitiesOf } from '#lib/jobs/abilities.ts';
import type { Actor } from '#lib/people/actor.ts';
import { AppError } from '#lib/server/app-error.ts';
import type { Transaction } from '#lib/server/db/transaction.ts';
import type { Deps } from '#lib/server/deps.ts';
import { newId } from '#lib/server/ids.ts';
import { changeJob } from '#lib/server/jobs/change-job.ts';
import { answerAgain, findMutation } from '#lib/server/jobs/job-log.ts';
import { requireJob, type StoredJob } from '#lib/server/jobs/job-store.ts';
import { insertAttachment, type NewAttachment } from './insert-attachment.ts';
import { inspectFile } from './inspect-file.ts';
import { confirmObjects, releaseObjects, reserveObjects } from './object-removals.ts';
import { recordFiles } from './record-files.ts';
import { objectsOf, storeObjects, type NewObject } from './store-objects.ts';

/** What adding a file is answered. */
export interface AttachmentAnswer {
	version: number;
	attachment: Attachment;
}

/** A file as it was sent. */
export interface SentFile {
	name: string | undefined;
	bytes: Uint8Array;
}

/** W13: throws `job.not_found`, or `forbidden` for whoever may add no files; to be asked before a file is taken in. */
export async function requireMayAttach(deps: Deps, actor: Actor, number: number): Promise<void> {
	await requireJob(deps.sql, actor.shopId, number);
	if (!abilitiesOf(actor).attach) throw new AppError('forbidden');
}

/**
 * A1, A2, A5, A6: adds a file to a job, open or closed. The same mutation again gets the same answer and stores nothing.
 * Throws `job.not_found`, `forbidden`, `mutation.reused`, what `inspectFile` refuses, and `storage.unavailable`; whatever it
 * throws, the job is as it was, and what was stored by then is removed again.
 */
export async function addAttachment(
	deps: Deps,
	actor: Actor,
	number: number,
	{ kind, caption, mutationId = randomUUID() }: AttachInput,
	sent: SentFile
): Promise<AttachmentAnswer> {
	await requireMayAttach(deps, actor, number);
	const asked = { number, mutationId, kind: 'attachment_added' } as const;
	const earlier = await findMutation(deps.sql, actor.shopId, mutationId);
	if (earlier) return answerAgain<AttachmentAnswer>(earlier, actor, asked);
	const file = await inspectFile(sent.bytes);
	const added: NewAttachment = {
		id: newId(),
		kind,
		fileName: safeFileName(sent.name, file.type),
		contentType: file.type,
		bytes: sent.bytes.byteLength,
		width: file.width,
		height: file.height,
		caption: caption || null,
		cleaned: file.cleaned !== null
	};
	const objects = objectsOf(actor.shopId, number, added.id, { ...file, file: sent.bytes });
	return keepingObjects(deps, { shopId: actor.shopId, id: added.id, objects }, async (keys) => {
		const answer = await changeJob(deps, actor, asked, (tx, job) =>
			saveAttachment(tx, deps, actor, { job, added, keys, mutationId })
		);
		return { answer, isKept: answer.attachment.id === added.id };
	});
}

/** Stores objects around the work that refers to them: those that it does not keep are removed again. */
async function keepingObjects<Answer>(
	deps: Deps,
	{ shopId, id, objects }: { shopId: string; id: string; objects: readonly NewObject[] },
	work: (keys: string[]) => Promise<{ answer: Answer; isKept: boolean }>
): Promise<Answer> {
	const keys = objects.map(({ key }) => key);
	await reserveObjects(deps.sql, shopId, keys);
	// What a store did not take may still arrive there: its reservation runs its full time.
	await storeObjects(deps.store, objects);
	const release = async () => {
		// If the database is away, the reservation runs out by itself.
		await releaseObjects(deps.sql, shopId, id, keys).then(deps.wakeSweeper, () => undefined);
	};
	try {
		const { answer, isKept } = await work(keys);
		if (!isKept) await release();
		return answer;
	} catch (error) {
		await release();
		throw error;
	}
}

async function saveAttachment(
	tx: Transaction,
	deps: Deps,
	actor: Actor,
	{
		job,
		added,
		keys,
		mutationId
	}: { job: StoredJob; added: NewAttachment; keys: string[]; mutationId: string }
): Promise<AttachmentAnswer> {
	await confirmObjects(tx, actor.shopId, keys);
	const attachment = await insertAttachment(tx, actor, job.card.number, added, deps.now());
	const { fileName, kind } = attachment;
	const fact = { kind: 'attachment_added', fileName, attachment: kind } as const;
	return recordFiles(tx, actor, job, { at: deps.now(), fact, mutationId }, (version) => ({
		version,
		attachment
	}));
}
