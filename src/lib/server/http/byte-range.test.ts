import { expect, test } from 'vitest';
import { parseRange } from './byte-range.ts';

test.each([
	['bytes=0-0', { first: 0, last: 0 }],
	['bytes=0-', { first: 0, last: 99 }],
	['bytes=10-19', { first: 10, last: 19 }],
	['bytes=90-1000', { first: 90, last: 99 }],
	['bytes=-10', { first: 90, last: 99 }],
	['bytes=-1000', { first: 0, last: 99 }],
	['bytes=99-', { first: 99, last: 99 }],
	['bytes=100-', 'unsatisfiable'],
	['bytes=100-200', 'unsatisfiable'],
	['bytes=-0', 'unsatisfiable'],
	['bytes=20-10', null],
	['bytes=-', null],
	['bytes=0-1,5-6', null],
	['bytes=a-b', null],
	['items=0-5', null],
	['', null],
	[null, null]
])('of 100 bytes, %j are %j', (header, range) => {
	expect(parseRange(header, 100)).toEqual(range);
});
