import { describe, expect, test } from 'vitest';
import { buildPerson, buildShop } from '#tests/support/factories.ts';
import { animated, pdf, phonePhoto, PLACE, png } from '#tests/support/pictures.ts';
import { readObject } from '#tests/support/stores.ts';
import {
	attach,
	attachDocument,
	objectsOfShop,
	sweepInTheEnd,
	testStore
} from '#tests/support/test-files.ts';
import { mutation, testShop } from '#tests/support/test-shop.ts';
import type { Deps } from '#lib/server/deps.ts';
import { closeJob } from '#lib/server/jobs/close-job.ts';
import { readHistory } from '#lib/server/jobs/read-history.ts';
import { readJob } from '#lib/server/jobs/read-job.ts';
import { listAttachments } from './list-attachments.ts';
import { objectKey } from './object-store.ts';
import { readAttachment } from './read-attachment.ts';
import { removeAttachment } from './remove-attachment.ts';
import { removeJobFiles } from './remove-job-files.ts';

const shop = testShop();
const files = testStore('folder');
const deps = (): Deps => ({ ...shop.deps, store: files.store });
const cardOf = async (number: number) => {
	const { cover, images, documents, version } = await readJob(deps(), shop.ana, number);
	return { cover, images, documents, version };
};

describe('[A1] a file is added', () => {
	test('with who, what and when', async () => {
		const number = await shop.build();
		const bytes = await png(120, 80);
		const answer = await attach(deps(), shop, number, { bytes, name: '../Ring.png', caption: 'For Maria' });
		const attachment = {
			id: expect.stringMatching(/^[a-z2-7]{16}$/) as string,
			kind: 'inspiration',
			fileName: 'Ring.png',
			contentType: 'image/png',
			bytes: bytes.length,
			width: 120,
			height: 80,
			caption: 'For Maria',
			by: { id: shop.ana.id, name: shop.ana.name },
			createdAt: shop.clock.now()
		};
		expect(answer).toEqual({ version: 2, attachment });
		expect(await listAttachments(deps(), shop.ana, number)).toEqual([answer.attachment]);
		const key = objectKey(shop.ana.shopId, number, answer.attachment.id, 'file');
		expect((await readObject(files.store, key))?.equals(bytes)).toBe(true);
	});

	test('[A8] every board is told of the new cover', async () => {
		const number = await shop.build();
		const { attachment, version } = await attach(deps(), shop, number);
		const cover = { id: attachment.id, width: 120, height: 80 };
		expect(await shop.changes()).toEqual([
			expect.objectContaining({
				version,
				number,
				kind: 'attachment_added',
				set: { version, cover, images: 1 }
			})
		]);
		expect(await cardOf(number)).toEqual({ cover, images: 1, documents: 0, version });
	});

	test('and is in the history', async () => {
		const number = await shop.build();
		const { attachment } = await attachDocument(deps(), shop, number);
		await removeAttachment(deps(), shop.ana, attachment.id);
		const fact = { fileName: 'drawing.pdf', attachment: 'drawing' };
		expect(await readHistory(deps(), shop.ana, number)).toMatchObject([
			{ kind: 'attachment_removed', fact: { kind: 'attachment_removed', ...fact } },
			{ kind: 'attachment_added', fact: { kind: 'attachment_added', ...fact } }
		]);
	});

	test('newest first, though the clock stands still', async () => {
		const number = await shop.build();
		const ids: string[] = [];
		for (let i = 0; i < 5; i++) ids.unshift((await attach(deps(), shop, number)).attachment.id);
		expect((await listAttachments(deps(), shop.ana, number)).map(({ id }) => id)).toEqual(ids);
		expect((await cardOf(number)).cover?.id).toBe(ids[0]);
	});

	test('to a closed job too', async () => {
		const number = await shop.build();
		await closeJob(deps(), shop.ana, number, { ...mutation(), outcome: 'cancelled', reason: 'x' });
		await attach(deps(), shop, number);
		expect(await cardOf(number)).toMatchObject({ images: 1 });
	});

	test('ten at once: all are there, and the counts say so', async () => {
		const number = await shop.build();
		await Promise.all(
			Array.from({ length: 10 }, (_, i) =>
				i % 2 ? attach(deps(), shop, number) : attachDocument(deps(), shop, number)
			)
		);
		const listed = await listAttachments(deps(), shop.ana, number);
		const newest = listed.find(({ kind }) => kind === 'inspiration');
		expect(await cardOf(number)).toMatchObject({ images: 5, documents: 5, cover: { id: newest?.id } });
	});
});

describe('[A1, A6] a file is removed', () => {
	test('and the newest inspiration image that is left is the cover', async () => {
		const number = await shop.build();
		const first = await attach(deps(), shop, number);
		const drawing = await attach(deps(), shop, number, { kind: 'drawing' });
		const last = await attach(deps(), shop, number, { bytes: await animated('gif'), name: 'a.gif' });
		await attachDocument(deps(), shop, number);
		await removeAttachment(deps(), shop.ana, last.attachment.id);
		expect(await cardOf(number)).toMatchObject({
			cover: { id: first.attachment.id },
			images: 2,
			documents: 1
		});
		await removeAttachment(deps(), shop.ana, first.attachment.id);
		expect(await cardOf(number)).toMatchObject({ cover: null, images: 1, documents: 1 });
		expect((await shop.changes()).at(-1)).toMatchObject({
			kind: 'attachment_removed',
			set: { cover: null, images: 1 }
		});
		await sweepInTheEnd(deps());
		expect((await objectsOfShop(files.store, shop)).join()).toContain(drawing.attachment.id);
	});

	test('and all of its objects leave the store', async () => {
		const number = await shop.build();
		const { attachment } = await attach(deps(), shop, number, { bytes: await phonePhoto(), name: 'a.jpg' });
		expect(await objectsOfShop(files.store, shop)).toHaveLength(3);
		await removeAttachment(deps(), shop.ana, attachment.id);
		await sweepInTheEnd(deps());
		expect(await objectsOfShop(files.store, shop)).toEqual([]);
		await expect(removeAttachment(deps(), shop.ana, attachment.id)).rejects.toMatchObject({
			code: 'attachment.not_found'
		});
	});

	test('by two people at once: once', async () => {
		const number = await shop.build();
		const { attachment } = await attach(deps(), shop, number);
		const results = await Promise.allSettled(
			[1, 2].map(() => removeAttachment(deps(), shop.ana, attachment.id))
		);
		expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await shop.changes()).toHaveLength(2);
	});

	test('[J8] with its whole job: no row and no object is left', async () => {
		const [number, other] = [await shop.build(), await shop.build()];
		await attach(deps(), shop, number, { bytes: await phonePhoto(), name: 'a.jpg' });
		await attachDocument(deps(), shop, number);
		const kept = await attach(deps(), shop, other);
		await shop.sql.begin((tx) => removeJobFiles(tx, shop.ana.shopId, number));
		await shop.sql.begin((tx) => removeJobFiles(tx, shop.ana.shopId, number));
		await sweepInTheEnd(deps());
		expect(await listAttachments(deps(), shop.ana, number)).toEqual([]);
		expect(new Set((await objectsOfShop(files.store, shop)).map((key) => key.split('/')[3]))).toEqual(
			new Set([String(other)])
		);
		expect(await listAttachments(deps(), shop.ana, other)).toEqual([kept.attachment]);
	});
});

describe('a mutation that comes again', () => {
	test('gets its answer, and stores nothing', async () => {
		const number = await shop.build();
		const asked = mutation();
		const answer = await attach(deps(), shop, number, asked);
		const objects = await objectsOfShop(files.store, shop);
		expect(await attach(deps(), shop, number, asked)).toEqual(answer);
		expect(await objectsOfShop(files.store, shop)).toEqual(objects);
		expect(await shop.changes()).toHaveLength(1);
	});

	test('five times at once: one file, five equal answers, and no object too many', async () => {
		const number = await shop.build();
		const asked = mutation();
		const answers = await Promise.all(Array.from({ length: 5 }, () => attach(deps(), shop, number, asked)));
		for (const answer of answers) expect(answer).toEqual(answers[0]);
		await sweepInTheEnd(deps());
		expect(await objectsOfShop(files.store, shop)).toHaveLength(2);
		expect(await listAttachments(deps(), shop.ana, number)).toHaveLength(1);
	});

	test('for another job is refused, and leaves nothing', async () => {
		const [number, other] = [await shop.build(), await shop.build()];
		const asked = mutation();
		const results = await Promise.allSettled([number, other].map((one) => attach(deps(), shop, one, asked)));
		expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		await sweepInTheEnd(deps());
		expect(await objectsOfShop(files.store, shop)).toHaveLength(2);
	});
});

describe('[W13] who may', () => {
	const forbidden = { code: 'forbidden' };

	test('a jeweler adds and removes nothing; a viewer does neither', async () => {
		const number = await shop.build();
		const jeweler = await buildPerson(shop.sql, shop.ana.shopId, { role: 'jeweler' });
		const viewer = await buildPerson(shop.sql, shop.ana.shopId, { role: 'viewer' });
		const { attachment } = await attach(deps(), shop, number, { by: jeweler });
		await expect(removeAttachment(deps(), jeweler, attachment.id)).rejects.toMatchObject(forbidden);
		await expect(attach(deps(), shop, number, { by: viewer })).rejects.toMatchObject(forbidden);
		await expect(removeAttachment(deps(), viewer, attachment.id)).rejects.toMatchObject(forbidden);
		expect(await listAttachments(deps(), viewer, number)).toHaveLength(1);
	});

	test('a wall adds, lists and removes nothing', async () => {
		const number = await shop.build();
		const { attachment } = await attach(deps(), shop, number);
		const wall = { kind: 'display', shopId: shop.ana.shopId, id: 'wall', name: 'Wall' } as const;
		const sent = { name: 'a.pdf', bytes: pdf() };
		const { addAttachment } = await import('./add-attachment.ts');
		await expect(addAttachment(deps(), wall, number, { kind: 'drawing' }, sent)).rejects.toMatchObject(
			forbidden
		);
		await expect(listAttachments(deps(), wall, number)).rejects.toMatchObject(forbidden);
		await expect(removeAttachment(deps(), wall, attachment.id)).rejects.toMatchObject(forbidden);
	});

	test('[P1] another shop’s people find nothing', async () => {
		const number = await shop.build();
		const { attachment } = await attach(deps(), shop, number);
		const eve = await buildPerson(shop.sql, await buildShop(shop.sql));
		const gone = { code: 'attachment.not_found' };
		await expect(attach(deps(), shop, number, { by: eve })).rejects.toMatchObject({ code: 'job.not_found' });
		await expect(listAttachments(deps(), eve, number)).rejects.toMatchObject({ code: 'job.not_found' });
		await expect(removeAttachment(deps(), eve, attachment.id)).rejects.toMatchObject(gone);
		await expect(readAttachment(deps(), eve.shopId, attachment.id, 'file')).rejects.toMatchObject(gone);
	});
});

test('[A5] the original is kept as it was sent, and no byte of its place is read out', async () => {
	const number = await shop.build();
	const bytes = await phonePhoto();
	const { attachment } = await attach(deps(), shop, number, { bytes, name: 'a.jpg' });
	expect(attachment).toMatchObject({ bytes: bytes.length, width: 80, height: 120 });
	const key = objectKey(shop.ana.shopId, number, attachment.id, 'file');
	expect((await readObject(files.store, key))?.equals(bytes)).toBe(true);
	for (const part of ['file', 'thumbnail'] as const) {
		const { body } = await (await readAttachment(deps(), shop.ana.shopId, attachment.id, part)).open();
		const read = Buffer.from(await new Response(body).arrayBuffer());
		expect(read.length).toBeGreaterThan(100);
		expect(read.includes(PLACE)).toBe(false);
	}
});
