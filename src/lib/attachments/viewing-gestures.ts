import type { Viewing } from './viewing.svelte.ts';
import type { Point } from './zoom.ts';

/** Pixels that a finger goes sideways for the next picture. */
const SWIPE = 50;
/** Pixels within which a press is a click. */
const STILL = 6;

/** Swipes, pushes, pinches and clicks on the large view's frame. */
export function watchGestures(frame: HTMLElement, viewing: Viewing): () => void {
	const stop = new AbortController();
	viewing.frame = () => frame.getBoundingClientRect();
	const fingers = new Map<number, Point>();
	let start: Point | null = null;
	let hasPinched = false;
	const listen = (name: keyof HTMLElementEventMap, handle: (event: PointerEvent) => void) =>
		frame.addEventListener(name, (event) => handle(event as PointerEvent), { signal: stop.signal });

	listen('pointerdown', (event) => {
		if (event.button !== 0) return;
		frame.setPointerCapture(event.pointerId);
		if (fingers.size === 0) hasPinched = false;
		fingers.set(event.pointerId, pointOf(event));
		start = fingers.size === 1 ? pointOf(event) : null;
	});
	listen('pointermove', (event) => {
		const before = fingers.get(event.pointerId);
		if (!before) return;
		const now = pointOf(event);
		const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
		fingers.set(event.pointerId, now);
		if (other) {
			hasPinched = true;
			viewing.enlarge(distance(now, other) / Math.max(distance(before, other), 1), inFrame(frame, other));
		} else if (viewing.isEnlarged) viewing.pan({ x: now.x - before.x, y: now.y - before.y });
	});
	listen('pointerup', (event) => {
		const end = fingers.get(event.pointerId);
		fingers.delete(event.pointerId);
		if (!end || !start || hasPinched) return;
		const [x, y] = [end.x - start.x, end.y - start.y];
		if (Math.hypot(x, y) < STILL) viewing.toggle(inFrame(frame, end));
		else if (!viewing.isEnlarged && Math.abs(x) > Math.max(SWIPE, Math.abs(y))) viewing.step(x < 0 ? 1 : -1);
	});
	listen('pointercancel', (event) => fingers.delete(event.pointerId));
	frame.addEventListener('wheel', (event) => wheel(event, frame, viewing), { signal: stop.signal });
	return () => stop.abort();
}

function wheel(event: WheelEvent, frame: HTMLElement, viewing: Viewing): void {
	event.preventDefault();
	viewing.enlarge(Math.exp(-event.deltaY / 300), inFrame(frame, pointOf(event)));
}

function pointOf({ clientX: x, clientY: y }: MouseEvent): Point {
	return { x, y };
}

function inFrame(frame: HTMLElement, { x, y }: Point): Point {
	const box = frame.getBoundingClientRect();
	return { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 };
}

function distance(a: Point, b: Point): number {
	return Math.hypot(a.x - b.x, a.y - b.y);
}
