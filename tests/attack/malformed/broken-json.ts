import type { Random } from '#tests/simulation/random.ts';
import { oddText, oddValue } from './odd-values.ts';

/** Names that no input has, and some that every object has. */
const EXTRA = [
	'__proto__',
	'constructor',
	'toString',
	'hasOwnProperty',
	'shopId',
	'shop_id',
	'id',
	'role',
	'version',
	''
];

/** A value of which something, somewhere in it, is not what it was: other, missing, wrapped or too much. */
export function broken(value: unknown, random: Random): unknown {
	if (Array.isArray(value) && value.length > 0 && random.chance(0.7)) {
		const at = random.between(0, value.length - 1);
		return value.with(at, broken(value[at], random));
	}
	if (value !== null && typeof value === 'object' && !Array.isArray(value))
		return brokenObject(value, random);
	return random.chance(0.15) ? [value] : oddValue(random);
}

function brokenObject(value: object, random: Random): unknown {
	const entries = Object.entries(value) as [string, unknown][];
	const at = random.between(0, Math.max(0, entries.length - 1));
	const [name, part] = entries[at] ?? ['', null];
	const others = entries.filter((_, index) => index !== at);
	return random.pick<() => unknown>([
		() => Object.fromEntries([...others, [name, broken(part, random)]]),
		() => Object.fromEntries([...others, [name, broken(part, random)]]),
		() => Object.fromEntries([...others, [name, oddValue(random)]]),
		() => Object.fromEntries(others),
		() => Object.fromEntries([...entries, [random.pick(EXTRA), oddValue(random)]]),
		() => Object.fromEntries([...entries, [oddText(random), oddValue(random)]]),
		() => [value],
		() => oddValue(random)
	])();
}

/** JSON of a value, most of it readable. */
export function brokenJson(value: unknown, random: Random): Buffer {
	const text = JSON.stringify(value) ?? 'undefined';
	const at = random.between(0, text.length);
	const rare = random.pick<() => Buffer>([
		() => Buffer.from(text.slice(0, at)),
		() => Buffer.from(text.slice(0, at) + oddText(random) + text.slice(at)),
		() => Buffer.from(`\ufeff${text}`),
		() => Buffer.from(text, 'utf16le'),
		() =>
			Buffer.concat([
				Buffer.from(text.slice(0, at)),
				Buffer.from([0xff, 0xc0, 0x80]),
				Buffer.from(text.slice(at))
			]),
		() => Buffer.from('['.repeat(30_000)),
		() => Buffer.from(`${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`),
		() => Buffer.from(text.replace(/\d+/, random.pick(['1e999', '-', '01', '1'.repeat(400), 'NaN']))),
		() => Buffer.from(text.replace('{', '{"mutationId":1,')),
		() => Buffer.from(`{"title":"${'x'.repeat(random.pick([65_500, 70_000, 200_000]))}"}`),
		() => Buffer.alloc(0)
	]);
	return random.chance(0.2) ? rare() : Buffer.from(text);
}
