/** How a picture lies in its frame: enlarged about the middle, then pushed aside. Pixels of the frame. */
export interface Zoom {
	scale: number;
	x: number;
	y: number;
}

export interface Size {
	width: number;
	height: number;
}

/** Measured from the middle of the frame. */
export interface Point {
	x: number;
	y: number;
}

export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 };
export const ZOOM_STEP = 1.5;
/** What a click enlarges to. */
export const CLOSE_UP = 2.5;
const CLOSEST = 8;

/** Enlarges or shrinks; what is under the point stays there. Never smaller than the frame. */
export function zoomBy(zoom: Zoom, factor: number, frame: Size, at: Point = WHOLE): Zoom {
	const scale = clamp(zoom.scale * factor, 1, CLOSEST);
	const ratio = scale / zoom.scale;
	const x = at.x - (at.x - zoom.x) * ratio;
	const y = at.y - (at.y - zoom.y) * ratio;
	return within({ scale, x, y }, frame);
}

/** Pushes the picture, until its edge meets the frame's. */
export function panBy(zoom: Zoom, by: Point, frame: Size): Zoom {
	return within({ scale: zoom.scale, x: zoom.x + by.x, y: zoom.y + by.y }, frame);
}

function within({ scale, x, y }: Zoom, { width, height }: Size): Zoom {
	const spare = (length: number) => (length * (scale - 1)) / 2;
	return { scale, x: limit(x, spare(width)), y: limit(y, spare(height)) };
}

function limit(value: number, most: number): number {
	return clamp(value, -most, most) + 0;
}

function clamp(value: number, least: number, most: number): number {
	return Math.min(Math.max(value, least), most);
}
