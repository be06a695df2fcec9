import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panBy, WHOLE, zoomBy } from './zoom.ts';

const FRAME = { width: 400, height: 300 };

describe('the large view', () => {
	it('is never smaller than its frame, and back in its place when it is whole', () => {
		expect(zoomBy(zoomBy(WHOLE, 3, FRAME, { x: 90, y: 40 }), 0.1, FRAME)).toEqual(WHOLE);
	});

	it('keeps what is under the pointer where it is', () => {
		const at = { x: 60, y: -30 };
		const { scale, x, y } = zoomBy(WHOLE, 2, FRAME, at);
		expect([(at.x - x) / scale, (at.y - y) / scale]).toEqual([60, -30]);
	});

	it('is pushed until its edge meets the frame’s', () => {
		const zoom = zoomBy(WHOLE, 2, FRAME);
		expect(panBy(zoom, { x: 999, y: -999 }, FRAME)).toEqual({ scale: 2, x: 200, y: -150 });
	});

	it('covers its frame whatever is done to it', () => {
		const step = fc.record({
			factor: fc.double({ min: 0.1, max: 10, noNaN: true }),
			x: fc.integer({ min: -500, max: 500 }),
			y: fc.integer({ min: -500, max: 500 })
		});
		fc.assert(
			fc.property(fc.array(step), (steps) => {
				let zoom = WHOLE;
				for (const { factor, x, y } of steps)
					zoom = panBy(zoomBy(zoom, factor, FRAME, { x, y }), { x: y, y: x }, FRAME);
				expect(Math.abs(zoom.x)).toBeLessThanOrEqual((FRAME.width * (zoom.scale - 1)) / 2 + 1e-9);
				expect(Math.abs(zoom.y)).toBeLessThanOrEqual((FRAME.height * (zoom.scale - 1)) / 2 + 1e-9);
			})
		);
	});
});
