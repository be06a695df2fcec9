import type { Random } from '#tests/simulation/random.ts';

/** Texts that mean something to a parser, a database, a file system, a terminal or a browser, or to none of them. */
const TEXTS = [
	'',
	' ',
	'\u0000',
	'a\u0000b',
	'\u0001\u001b[31m',
	'\ud800',
	'\udfff\ud800',
	'\ufeff',
	'\u202egnp.gnir',
	'e\u0301'.repeat(50),
	'\u{1f48d}\u{1f3fd}\u200d\u2640\ufe0f',
	'Ⅷ①½',
	'ı İ ß ﬁ',
	'null',
	'undefined',
	'NaN',
	'true',
	'-1',
	'0x10',
	'1e309',
	'000000000000001',
	"'",
	'"',
	"' or 1=1 --",
	"'); drop table jobs; --",
	'%',
	'_%\\',
	'$1',
	'{{7*7}}',
	'${7*7}',
	'<script>alert(1)</script>',
	'../../../../etc/passwd',
	'C:\\con',
	'__proto__',
	'constructor',
	'toString',
	'=1+1',
	'\r\nset-cookie: a=b',
	'2026-02-30',
	'9999-12-31',
	'+020000-01-01',
	'0001-01-01',
	'-000001-01-01',
	'2026-01-01T00:00:00Z',
	'00000000-0000-0000-0000-000000000000',
	'ffffffff-ffff-ffff-ffff-ffffffffffff',
	'a@b.c',
	'@',
	'xn--a@xn--b.xn--c',
	'mailto:a@b.example'
];

const NUMBERS = [
	0,
	-0,
	-1,
	0.5,
	1e-320,
	1e21,
	-1e300,
	Number.MAX_SAFE_INTEGER,
	Number.MIN_SAFE_INTEGER,
	2 ** 31 - 1,
	2 ** 31,
	-(2 ** 31) - 1,
	2 ** 53,
	2 ** 63
];

/** A text that nobody would type. */
export function oddText(random: Random): string {
	const huge = () =>
		random.pick(['x', 'ß', '\u{1f48d}', '\\', '%', ' ']).repeat(random.pick([255, 256, 5_001, 30_000]));
	const bytes = () =>
		String.fromCharCode(...Array.from({ length: random.between(1, 40) }, () => random.between(0, 0xffff)));
	return random.pick([
		() => random.pick(TEXTS),
		() => random.pick(TEXTS),
		() => random.pick(TEXTS),
		bytes,
		huge
	])();
}

/** A value that is not meant, of any type that JSON has. */
export function oddValue(random: Random): unknown {
	return random.pick<() => unknown>([
		() => oddText(random),
		() => oddText(random),
		() => random.pick(NUMBERS),
		() => random.pick(NUMBERS),
		() => random.pick([null, true, false, [], {}, [[]], [null], { '': '' }]),
		() => Array.from({ length: random.between(1, 300) }, () => random.pick(NUMBERS)),
		() => ({ [oddText(random)]: oddText(random) }),
		() => ({ $gt: 0, length: -1, then: 1, toJSON: 'x', valueOf: null }),
		() => nested(random.pick([3, 100, 4_000]))
	])();
}

/** An object in an object in an object. */
function nested(depth: number): unknown {
	let inside: unknown = 0;
	for (let level = 0; level < depth; level++) inside = level % 2 === 0 ? [inside] : { a: inside };
	return inside;
}
