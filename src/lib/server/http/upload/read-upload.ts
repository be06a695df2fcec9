import type { FileHandle } from 'node:fs/promises';
import * as v from 'valibot';
import type { ProblemCode } from '#lib/problems/problem.ts';
import { AppError, invalidInput } from '#lib/server/app-error.ts';
import { StorageFault } from '#lib/server/attachments/storage-fault.ts';
import { unreadable } from '#lib/server/http/json-body.ts';
import { fieldsOf } from '#lib/server/http/parse-input.ts';
import { createTurns } from '#lib/server/people/turns.ts';
import { FILE_PART, readParts, requireForm } from './read-parts.ts';
import { readBack, takeFile } from './take-file.ts';
import { openTemporaryFile } from './temporary-file.ts';

/** A form with one file. */
export interface Upload<Input> {
	input: Input;
	file: { name: string | undefined; bytes: Uint8Array };
}

export interface UploadLimits<Schema extends v.GenericSchema> {
	/** What the text parts are parsed by, as an object. */
	schema: Schema;
	/** Bytes of the file; one more is refused. */
	most: number;
	/** What such a file is refused with. */
	tooLarge: Extract<ProblemCode, `${string}too_large`>;
}

/** Files in memory at once, while something is made of them; the others wait on the disk. */
const inTurn = createTurns(8);

/**
 * Works on a multipart body: text parts by a schema, and one part that is called `file`, which is on disk as long as it is
 * arriving, and then until its turn comes. The body is read to its end whatever it holds, and nothing of it stays. Throws
 * `request.type`, `request.unreadable`, the code for what is too large, `input.invalid` with one sentence for each part that
 * is missing, doubled, unknown or not right, and what the work throws.
 */
export async function readUpload<Schema extends v.GenericSchema, Result>(
	request: Request,
	{ schema, most, tooLarge }: UploadLimits<Schema>,
	work: (upload: Upload<v.InferOutput<Schema>>) => Promise<Result>
): Promise<Result> {
	requireForm(request);
	const disk = await openTemporaryFile().catch(noRoom);
	try {
		const form = await arrive(request, disk, most).catch((error: unknown) => refuse(error, tooLarge));
		if (form.file && form.file.bytes > most) throw new AppError(tooLarge);
		const { input, file } = parse(form, schema);
		return await inTurn(async () => {
			const bytes = await readBack(disk, file.bytes);
			return work({ input, file: { name: file.name, bytes } });
		});
	} finally {
		await disk.close();
	}
}

interface ArrivedFile {
	name: string | undefined;
	bytes: number;
}

interface ArrivedForm {
	texts: Map<string, string>;
	file: ArrivedFile | null;
	/** One sentence for each part that cannot be meant. */
	wrong: Map<string, string>;
}

async function arrive(request: Request, disk: FileHandle, most: number): Promise<ArrivedForm> {
	const texts = new Map<string, string>();
	const wrong = new Map<string, string>();
	let taking: Promise<ArrivedFile | Error> | null = null;
	await readParts(request, {
		text: (name, value, isCut) => {
			if (texts.has(name)) wrong.set(name, 'This was sent twice.');
			if (isCut) wrong.set(name, 'This is too long.');
			texts.set(name, value);
		},
		file: (stream, name) => {
			if (taking) wrong.set(FILE_PART, 'Send one file at a time.');
			if (taking) stream.on('error', () => undefined).resume();
			else taking = takeFile(stream, disk, most).then((bytes) => ({ name: fromForm(name), bytes }), asError);
		},
		tooMany: () => wrong.set('body', 'There are too many parts.')
	});
	const file = await (taking as Promise<ArrivedFile | Error> | null);
	return file instanceof Error ? noRoom(file) : { texts, file, wrong };
}

/** Browsers write quotes in names so, and nothing else. */
function fromForm(name: string | undefined): string | undefined {
	return name?.replaceAll('%22', '"');
}

function asError(fault: unknown): Error {
	return fault instanceof Error ? fault : new Error(String(fault));
}

function noRoom(fault: unknown): never {
	throw new StorageFault(fault);
}

/** The server in front gives up above its own limit, which is above every file's: the file is too large, then. */
function refuse(error: unknown, tooLarge: ProblemCode): never {
	if (error instanceof AppError || error instanceof StorageFault) throw error;
	try {
		return unreadable(error);
	} catch (refusal) {
		const isTooLarge = refusal instanceof AppError && refusal.code === 'request.too_large';
		throw isTooLarge ? new AppError(tooLarge) : refusal;
	}
}

function parse<Schema extends v.GenericSchema>({ texts, file, wrong }: ArrivedForm, schema: Schema) {
	const parsed = v.safeParse(schema, Object.fromEntries(texts));
	const fields = {
		...(parsed.success ? {} : fieldsOf(parsed.issues)),
		...(file === null && { [FILE_PART]: 'Choose a file.' }),
		...Object.fromEntries(wrong)
	};
	if (!parsed.success || file === null || Object.keys(fields).length > 0) throw invalidInput(fields);
	return { input: parsed.output, file };
}
