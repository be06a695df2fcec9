import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import type { Attachment } from './attachment.ts';
import { Viewing } from './viewing.svelte.ts';

const image = (id: string) => ({ id }) as Attachment;

function open(ids: string[], start: string) {
	let images = $state.raw(ids.map(image));
	const viewing = new Viewing(() => images, start);
	const become = (now: string[]) => {
		images = now.map(image);
		flushSync();
	};
	return { viewing, become };
}

describe('the large view by keyboard', () => {
	test('[A4] arrows go from picture to picture and stop at the ends', () => {
		const { viewing } = open(['a', 'b', 'c'], 'b');
		viewing.press('ArrowRight');
		viewing.press('ArrowRight');
		expect(viewing.shown?.id).toBe('c');
		viewing.press('Home');
		viewing.press('ArrowLeft');
		expect(viewing.shown?.id).toBe('a');
		viewing.press('End');
		expect(viewing.at).toBe(2);
	});

	test('[A4] arrows push a picture that is enlarged, and the next one begins whole', () => {
		const { viewing } = open(['a', 'b'], 'a');
		viewing.frame = () => ({ width: 400, height: 300 });
		viewing.press('+');
		viewing.press('ArrowRight');
		expect(viewing.shown?.id).toBe('a');
		expect(viewing.zoom.x).toBeLessThan(0);
		viewing.press('PageDown');
		expect(viewing.shown?.id).toBe('b');
		expect(viewing.isEnlarged).toBe(false);
	});

	test('leaves other keys to the page', () => {
		const { viewing } = open(['a'], 'a');
		expect(viewing.press('Tab')).toBe(false);
	});
});

describe('the large view while others work on the job', () => {
	test('[A4] a new picture on top does not take the place of the one that is looked at', () => {
		const { viewing, become } = open(['a', 'b'], 'b');
		become(['new', 'a', 'b']);
		expect(viewing.shown?.id).toBe('b');
		expect(viewing.at).toBe(2);
	});

	test('[A4] when the shown one is removed the next takes its place, and after the last there is none', () => {
		const { viewing, become } = open(['a', 'b', 'c'], 'a');
		viewing.step(1);
		become(['a', 'c']);
		expect(viewing.shown?.id).toBe('c');
		become([]);
		expect(viewing.shown).toBe(null);
	});
});
