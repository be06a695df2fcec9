import type { Attachment } from './attachment.ts';
import { CLOSE_UP, panBy, WHOLE, zoomBy, ZOOM_STEP, type Point, type Size, type Zoom } from './zoom.ts';

/** Pixels that an arrow pushes an enlarged picture. */
const PUSH = 80;

/** What is looked at in the large view: which picture of a list that may change meanwhile, and how close. */
export class Viewing {
	/** The picture that is shown; `null` once there is none left. */
	readonly shown: Attachment | null;
	readonly at: number;
	zoom = $state.raw<Zoom>(WHOLE);
	/** Measures the frame that the picture lies in. */
	frame: () => Size = () => ({ width: 0, height: 0 });
	#images: () => readonly Attachment[];
	#id: string;
	/** Where the shown one stood: when somebody removes it, the next one takes its place. */
	#last = 0;

	constructor(images: () => readonly Attachment[], start: string) {
		this.#images = images;
		this.#id = $state(start);
		this.at = $derived.by(() => {
			const list = images();
			const found = list.findIndex(({ id }) => id === this.#id);
			return found >= 0 ? found : Math.min(this.#last, list.length - 1);
		});
		this.shown = $derived(images()[this.at] ?? null);
	}

	get count(): number {
		return this.#images().length;
	}

	/** The pictures that an arrow would show. */
	get neighbours(): Attachment[] {
		const images = this.#images();
		return [images[this.at - 1], images[this.at + 1]].filter((image) => image !== undefined);
	}

	get isEnlarged(): boolean {
		return this.zoom.scale > 1;
	}

	/** Goes to a picture by its place; beyond the ends there is none. */
	show(at: number): void {
		const image = this.#images()[at];
		if (!image) return;
		this.#id = image.id;
		this.#last = at;
		this.zoom = WHOLE;
	}

	step(by: number): void {
		this.show(this.at + by);
	}

	enlarge(factor: number, at?: Point): void {
		this.zoom = zoomBy(this.zoom, factor, this.frame(), at);
	}

	/** What a click does: close up, and back. */
	toggle(at: Point): void {
		if (this.isEnlarged) this.zoom = WHOLE;
		else this.enlarge(CLOSE_UP, at);
	}

	pan(by: Point): void {
		this.zoom = panBy(this.zoom, by, this.frame());
	}

	/** Returns whether the key meant something here. */
	press(key: string): boolean {
		const act = this.#keys()[key];
		act?.();
		return act !== undefined;
	}

	/** Arrows push an enlarged picture, and go from one picture to the next otherwise. */
	#keys(): Record<string, () => void> {
		const arrows: Record<string, () => void> = this.isEnlarged
			? {
					ArrowLeft: () => this.pan({ x: PUSH, y: 0 }),
					ArrowRight: () => this.pan({ x: -PUSH, y: 0 }),
					ArrowUp: () => this.pan({ x: 0, y: PUSH }),
					ArrowDown: () => this.pan({ x: 0, y: -PUSH })
				}
			: { ArrowLeft: () => this.step(-1), ArrowRight: () => this.step(1) };
		return {
			...arrows,
			PageUp: () => this.step(-1),
			PageDown: () => this.step(1),
			Home: () => this.show(0),
			End: () => this.show(this.count - 1),
			'+': () => this.enlarge(ZOOM_STEP),
			'=': () => this.enlarge(ZOOM_STEP),
			'-': () => this.enlarge(1 / ZOOM_STEP),
			'0': () => (this.zoom = WHOLE)
		};
	}
}
