import { expect, test } from 'vitest';
import { PickedPhotos } from './picked-photos.svelte.ts';

const photo = (name: string, type = 'image/jpeg') => new File(['x'], name, { type });

test('[A7] photos of a new job are kept with a preview until they are removed', async () => {
	const photos = new PickedPhotos();
	photos.add([photo('a.jpg'), photo('unknown', '')]);
	const [first] = photos.list;
	expect((await fetch(first!.url)).ok).toBe(true);
	photos.remove(first!);
	expect(photos.files.map(({ name }) => name)).toEqual(['unknown']);
	await expect(fetch(first!.url)).rejects.toThrow();
});

test('[A2] what is no picture is not taken, and said; the others are', () => {
	const photos = new PickedPhotos();
	photos.add([photo('ring.jpg'), photo('quote.pdf', 'application/pdf'), new File([], 'empty.png')]);
	expect(photos.files.map(({ name }) => name)).toEqual(['ring.jpg']);
	expect(photos.problem).toContain('quote.pdf is no picture');
	expect(photos.problem).toContain('empty.png: This file is empty.');
});
