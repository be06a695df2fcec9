import type { GenericSchema, InferOutput } from 'valibot';
import type { ProblemCode } from '#lib/problems/problem.ts';
import { AppError, invalidInput } from '#lib/server/app-error.ts';
import { StorageFault } from '#lib/server/attachments/storage-fault.ts';
import { unreadable } from '#lib/server/http/json-body.ts';
import { fieldsOf } from '#lib/server/http/parse-input.ts';
import * as v from 'valibot';
import { FILE_PART, readParts } from './read-parts.ts';
import { takeFile, type ArrivedFile } from './take-file.ts';

/** A form with one file, as its use works with it. */
export interface Upload<Input> {
	input: Input;
	file: { name: string | undefined; bytes: Uint8Array };
}

export interface UploadLimits<Schema extends GenericSchema> {
	/** What the text parts are parsed by, as an object. */
	schema: Schema;
	/** Bytes of the file; one more is refused. */
	most: number;
	/** What such a file is refused with. */
	tooLarge: Extract<ProblemCode, `${string}too_large`>;
}

/**
 * A multipart body: text parts by a schema, and one part that is called `file`. It is read to its end whatever it holds, and
 * nothing of it stays on disk. Throws `request.type`, `request.unreadable`, the code for what is too large, and `input.invalid`
 * with one sentence for each part that is missing, doubled, unknown or not right.
 */
export async function readUpload<Schema extends GenericSchema>(
	request: Request,
	limits: UploadLimits<Schema>
): Promise<Upload<InferOutput<Schema>>> {
	const arrived = await arrive(request, limits);
	try {
		const [file] = arrived.files;
		if (file && file.bytes > limits.most) throw new AppError(limits.tooLarge);
		const input = parse(arrived, limits.schema);
		if (!file) throw new AppError('request.unreadable');
		return { input, file: { name: file.name, bytes: await file.read() } };
	} finally {
		await Promise.all(arrived.files.map((each) => each.close()));
	}
}

interface Arrived {
	texts: Map<string, string>;
	files: ArrivedFile[];
	/** One sentence for each part that cannot be meant. */
	wrong: Map<string, string>;
}

async function arrive(request: Request, { most, tooLarge }: UploadLimits<GenericSchema>): Promise<Arrived> {
	const texts = new Map<string, string>();
	const wrong = new Map<string, string>();
	const taking: Promise<ArrivedFile>[] = [];
	const reading = readParts(request, {
		text: (name, value, isCut) => {
			if (texts.has(name)) wrong.set(name, 'This was sent twice.');
			if (isCut) wrong.set(name, 'This is too long.');
			texts.set(name, value);
		},
		file: (stream, name) => {
			if (taking.length > 0) {
				wrong.set(FILE_PART, 'Send one file at a time.');
				stream.on('error', () => undefined).resume();
			} else taking.push(noted(takeFile(stream, fromForm(name), most)));
		},
		tooMany: () => wrong.set('body', 'There are too many parts.')
	});
	const [read] = await Promise.allSettled([reading]);
	const settled = await Promise.allSettled(taking);
	const files = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
	if (read.status === 'rejected') {
		await Promise.all(files.map((file) => file.close()));
		return refuse(read.reason, tooLarge);
	}
	for (const one of settled) if (one.status === 'rejected') throw new StorageFault(one.reason);
	return { texts, files, wrong };
}

/** A promise that is looked at later; until then nobody calls it unhandled. */
function noted<Value>(promise: Promise<Value>): Promise<Value> {
	promise.catch(() => undefined);
	return promise;
}

/** The server in front gives up above its own limit, which is above every file's: the file is too large, then. */
function refuse(reason: unknown, tooLarge: ProblemCode): never {
	if (reason instanceof AppError) throw reason;
	try {
		return unreadable(reason);
	} catch (refusal) {
		const isTooLarge = refusal instanceof AppError && refusal.code === 'request.too_large';
		throw isTooLarge ? new AppError(tooLarge) : refusal;
	}
}

/** Browsers write quotes in names so, and nothing else. */
function fromForm(name: string | undefined): string | undefined {
	return name?.replaceAll('%22', '"');
}

function parse<Schema extends GenericSchema>(
	{ texts, files, wrong }: Arrived,
	schema: Schema
): InferOutput<Schema> {
	const parsed = v.safeParse(schema, Object.fromEntries(texts));
	const fields = {
		...(parsed.success ? {} : fieldsOf(parsed.issues)),
		...(files.length === 0 && { [FILE_PART]: 'Choose a file.' }),
		...Object.fromEntries(wrong)
	};
	if (!parsed.success || Object.keys(fields).length > 0) throw invalidInput(fields);
	return parsed.output;
}
