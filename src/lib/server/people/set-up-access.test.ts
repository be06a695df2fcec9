import { describe, expect, test } from 'vitest';
import { requireSetUpAccess } from './set-up-access.ts';
import { isSetUpCode, newSetUpCode } from './set-up-code.ts';

const CODE = 'K7QF-2MXA';

function visitor(address: string, host: string) {
	return { address, headers: new Headers({ host }), origin: null };
}

describe('[P2] the one-time code', () => {
	test('opens the set-up from another machine', async () => {
		await expect(
			requireSetUpAccess(visitor('10.1.0.1', 'shop.lan'), 'k7qf 2mxa', CODE)
		).resolves.toBeUndefined();
	});

	test('is not asked for on the machine itself', async () => {
		await expect(requireSetUpAccess(visitor('127.0.0.1', 'localhost'), '', CODE)).resolves.toBeUndefined();
	});

	test('is asked for beside its field', async () => {
		await expect(requireSetUpAccess(visitor('10.1.0.2', 'shop.lan'), '', CODE)).rejects.toMatchObject({
			code: 'setup.code_wrong',
			facts: { fields: { code: expect.any(String) } }
		});
	});

	test('cannot be guessed at for long', async () => {
		const guess = (code: string) => requireSetUpAccess(visitor('10.1.0.3', 'shop.lan'), code, CODE);
		for (let count = 0; count < 10; count += 1) {
			await expect(guess('AAAA-AAAA')).rejects.toMatchObject({ code: 'setup.code_wrong' });
		}
		await expect(guess(CODE)).rejects.toMatchObject({ code: 'request.too_many' });
	});

	test('is two groups of four letters that nobody confuses, and another one each time', () => {
		const codes = Array.from({ length: 50 }, newSetUpCode);
		expect(new Set(codes).size).toBe(50);
		for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
	});

	test('is compared as a whole', () => {
		expect(isSetUpCode(CODE, CODE)).toBe(true);
		expect(isSetUpCode('', CODE)).toBe(false);
		expect(isSetUpCode('K7QF', CODE)).toBe(false);
		expect(isSetUpCode(`${CODE}A`, CODE)).toBe(false);
	});
});
