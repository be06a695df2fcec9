import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { drain } from './drain.ts';

const post = (body: BodyInit | null) =>
	new Request('http://shop.example/', { method: 'POST', body, duplex: 'half' } as RequestInit);

test('takes in a body that nobody has read, to its end', async () => {
	let sent = 0;
	const body = new ReadableStream<Uint8Array>({
		pull: (controller) => {
			if (++sent > 40) controller.close();
			else controller.enqueue(new Uint8Array(65_536));
		}
	});
	await drain({ request: post(body) });
	expect(sent).toBe(41);
});

test('leaves alone what was read, what is not there, and what breaks off', async () => {
	const read = post('text');
	await read.text();
	await drain({ request: read });
	await drain({ request: post(null) });
	const held = post('text');
	held.body?.getReader();
	await drain({ request: held });
	const broken = new ReadableStream({ start: (controller) => controller.error(new Error('gone')) });
	await drain({ request: post(broken) });
	expect(read.bodyUsed).toBe(true);
});

/** A request's own stream, in whose way nothing stands any more. */
const arriving = (chunks: number) => {
	const stream = Readable.from(Array.from({ length: chunks }, () => Buffer.alloc(65_536)));
	return Object.assign(stream, { complete: false });
};

test('takes in what the server itself gave up on, so that its sender hears why', async () => {
	const req = arriving(200);
	expect(await drain({ request: post(null), platform: { req } })).toBe(true);
	expect(req.readableEnded).toBe(true);
});

test('does not take in everything there is', async () => {
	const req = arriving(2_000);
	expect(await drain({ request: post(null), platform: { req } })).toBe(false);
	expect(req.readableEnded).toBe(false);
	req.destroy();
});
