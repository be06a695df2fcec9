import { finished, Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { AppError } from '#lib/server/app-error.ts';

/** The name of the part that is the file. */
export const FILE_PART = 'file';

/** Bytes of a text part, which is a caption at most; parts that a form may have. */
const LIMITS = { fieldSize: 4096, parts: 20, headerPairs: 20, headerSize: 8192 };

/** What is done with the parts of a form as they arrive. Every file's stream has to be read to its end. */
export interface PartsListener {
	text: (name: string, value: string, isCut: boolean) => void;
	file: (stream: Readable, name: string | undefined) => void;
	/** There are more parts than anybody means; none of the rest is looked at. */
	tooMany: () => void;
}

/** Throws `request.type` for what is no form with files. */
export function requireForm({ headers }: Request): void {
	if (/^multipart\/form-data\s*(;|$)/i.test(headers.get('content-type') ?? '')) return;
	throw new AppError('request.type', { wanted: 'multipart/form-data' });
}

/**
 * Reads a multipart body to its end. Rejects for what breaks off or makes no sense; by then the rest has been read and thrown
 * away. Of a form with too many parts the rest is thrown away too: millions of empty ones fit into a few megabytes, and
 * telling them apart would keep the process from everything else for seconds.
 */
export async function readParts(request: Request, listener: PartsListener): Promise<void> {
	if (!request.body) throw new AppError('request.unreadable');
	const parser = openParser(request.headers.get('content-type') ?? '');
	parser
		.on('field', (name, value, _isNameCut, isCut) => listener.text(name, value, isCut))
		.on('file', (_part, stream, name) => listener.file(stream, name))
		.on('partsLimit', () => listener.tooMany());
	await feed(Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]), parser);
}

function openParser(type: string): BusboyInstance {
	try {
		return new Busboy({
			headers: { 'content-type': type },
			limits: LIMITS,
			preservePath: true,
			isPartAFile: (name) => name === FILE_PART
		});
	} catch {
		// There is no boundary.
		throw new AppError('request.unreadable');
	}
}

function feed(body: Readable, parser: BusboyInstance): Promise<void> {
	return new Promise((resolve, reject) => {
		let fault: Error | undefined;
		let isEnough = false;
		const throwRestAway = () => body.unpipe(parser).resume();
		const end = () => fault ?? resolve();
		parser
			.once('finish', end)
			.once('partsLimit', () => {
				isEnough = true;
				throwRestAway();
			})
			.on('error', (error: Error) => {
				fault ??= error;
				throwRestAway();
				if (body.readableEnded) reject(fault);
			});
		finished(body, (broken) => {
			// A file that is half here would wait for its other half.
			if (broken) parser.end();
			if (isEnough && !broken) resolve();
			else if (broken ?? fault) reject(broken ?? fault ?? new Error('unreadable'));
		});
		body.pipe(parser);
	});
}
