import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf } from './instants.ts';

test.each([
	['2026-03-02 10:00:00+00', '2026-03-02T10:00:00.000Z'],
	['2026-03-02 10:00:00.5+00', '2026-03-02T10:00:00.500Z'],
	['2026-03-02 10:00:00.123456+00', '2026-03-02T10:00:00.123Z'],
	['2026-03-02 10:00:00.999999+00', '2026-03-02T10:00:00.999Z'],
	['2026-03-02 05:00:00.25-05', '2026-03-02T10:00:00.250Z'],
	['2026-03-02 15:30:00+05:30', '2026-03-02T10:00:00.000Z']
])('%s is %s', (text, instant) => {
	expect(instantOf(text)).toBe(instant);
});

test('an instant in UTC is read as the language reads it', () => {
	const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
	fc.assert(
		fc.property(day, fc.integer({ min: 0, max: 999 }), (date, micros) => {
			const text = `${date.toISOString().slice(0, -1).replace('T', ' ')}${String(micros).padStart(3, '0')}+00`;
			expect(instantOf(text)).toBe(new Date(text).toISOString());
		})
	);
});

test('what is no instant throws', () => {
	expect(() => instantOf('infinity')).toThrow(RangeError);
});
