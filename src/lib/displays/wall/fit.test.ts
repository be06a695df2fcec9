import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitWall, FRAME, type Fit, type Viewport } from './fit.ts';

const SCREENS: Record<string, Viewport> = {
	'720p': { width: 1280, height: 720 },
	'1080p': { width: 1920, height: 1080 },
	'1440p': { width: 2560, height: 1440 },
	'4K': { width: 3840, height: 2160 }
};
const HD = SCREENS['1080p']!;
const pixels = (length: number, { height }: Viewport) => (length * height) / 100;
const room = ({ rows, lanes }: Fit) => rows * lanes;

describe('[D2] six columns of twelve cards', () => {
	for (const [name, screen] of Object.entries(SCREENS)) {
		it(`fit on one page of ${name}, in type of a hundredth of its diagonal`, () => {
			const fit = fitWall(screen, 6, 12, 'roomy');
			expect(fit).toMatchObject({ detail: 'compact', rows: 12, lanes: 1, bands: 1, perBand: 6 });
			expect(pixels(fit.type, screen)).toBeGreaterThanOrEqual(Math.hypot(screen.width, screen.height) / 100);
		});
	}

	it('are drawn alike whatever the resolution', () => {
		const [first, ...others] = Object.values(SCREENS).map((screen) => fitWall(screen, 6, 12, 'roomy'));
		for (const other of others) expect(other.type).toBeCloseTo(first!.type, 9);
	});

	it('have type of at least 22 px on 1080p', () => {
		expect(pixels(fitWall(HD, 6, 12, 'roomy').type, HD)).toBeGreaterThanOrEqual(22);
	});
});

describe('[D2] what a card shows', () => {
	const details = [4, 6, 7, 8, 9, 12, 40].map((most) => fitWall(HD, 6, most, 'roomy').detail);

	it('becomes less as the cards become more', () => {
		expect(details).toEqual(['full', 'full', 'medium', 'medium', 'compact', 'compact', 'compact']);
	});

	it('grows with the room, up to twice the smallest type', () => {
		const smallest = Math.hypot(HD.width, HD.height) / 100;
		expect(pixels(fitWall(HD, 1, 1, 'roomy').type, HD)).toBeCloseTo(2 * smallest);
		expect(fitWall(HD, 2, 3, 'roomy')).toMatchObject({ detail: 'full', isWide: false });
	});

	it('stands in lanes where columns are few and wide', () => {
		const fit = fitWall(HD, 1, 24, 'roomy');
		expect(fit).toMatchObject({ detail: 'full' });
		expect(fit.lanes).toBeGreaterThan(3);
		expect(room(fit)).toBeGreaterThanOrEqual(24);
	});

	it('is smaller on a dense display, which shows more before it pages', () => {
		expect(room(fitWall(HD, 6, 40, 'roomy'))).toBe(12);
		expect(room(fitWall(HD, 6, 40, 'dense'))).toBeGreaterThanOrEqual(15);
	});

	it('reaches to the foot of the screen where pages are needed', () => {
		const { unit, rows, pitch } = fitWall(HD, 6, 40, 'dense');
		expect((2 * FRAME.margin + FRAME.header + FRAME.head) * unit + rows * pitch).toBeCloseTo(100);
	});
});

describe('[D2] a screen that stands upright', () => {
	it('stacks the columns in two rows, in the same type', () => {
		const upright = { width: 1080, height: 1920 };
		const fit = fitWall(upright, 6, 12, 'roomy');
		expect(fit).toMatchObject({ bands: 2, perBand: 3 });
		expect(pixels(fit.type, upright)).toBeGreaterThanOrEqual(22);
	});
});

it('[D2] nothing is ever drawn outside the screen, and type is never too small', () => {
	const screens = fc.record({
		width: fc.integer({ min: 320, max: 8000 }),
		height: fc.integer({ min: 320, max: 8000 })
	});
	const density = fc.constantFrom('roomy' as const, 'dense' as const);
	fc.assert(
		fc.property(
			screens,
			fc.integer({ min: 1, max: 6 }),
			fc.nat(300),
			density,
			(screen, columns, most, density) => {
				const fit = fitWall(screen, columns, most, density);
				const frame = (2 * FRAME.margin + FRAME.header + FRAME.head * fit.bands) * fit.unit;
				const isRoom = 100 - frame >= fit.pitch * fit.bands;
				if (isRoom) expect(frame + fit.bands * fit.rows * fit.pitch).toBeLessThanOrEqual(100.001);
				expect(fit.bands * fit.perBand).toBeGreaterThanOrEqual(columns);
				const smallest = Math.hypot(screen.width, screen.height) * (density === 'dense' ? 0.0076 : 0.01);
				expect(pixels(fit.type, screen)).toBeGreaterThanOrEqual(smallest - 1e-9);
				if (fit.detail !== 'compact') expect(room(fit)).toBeGreaterThanOrEqual(most);
			}
		)
	);
});
