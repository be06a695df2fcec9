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
	await drain(post(body));
	expect(sent).toBe(41);
});

test('leaves alone what was read, what is not there, and what breaks off', async () => {
	const read = post('text');
	await read.text();
	await drain(read);
	await drain(post(null));
	await drain(post(new ReadableStream({ start: (controller) => controller.error(new Error('gone')) })));
	expect(read.bodyUsed).toBe(true);
});
