import { expect, test } from 'vitest';
import { addApiHeaders, addSecurityHeaders } from './security-headers.ts';

test('every answer is guarded, and promises HTTPS only where there is HTTPS', () => {
	const plain = new Headers();
	addSecurityHeaders(plain, null);
	expect(plain.get('x-content-type-options')).toBe('nosniff');
	expect(plain.get('x-frame-options')).toBe('DENY');
	expect(plain.has('strict-transport-security')).toBe(false);

	const encrypted = new Headers();
	addSecurityHeaders(encrypted, 'https://board.example.com');
	expect(encrypted.get('strict-transport-security')).toBe('max-age=31536000');
});

test('what a route has set stays', () => {
	const headers = new Headers({ 'referrer-policy': 'no-referrer' });
	addSecurityHeaders(headers, null);
	expect(headers.get('referrer-policy')).toBe('no-referrer');
});

test('an answer of the API can do nothing as a page, unless its route knows better', () => {
	const [plain, file] = [new Headers(), new Headers({ 'content-security-policy': 'sandbox' })];
	for (const headers of [plain, file]) addApiHeaders(headers, null);
	expect(plain.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
	expect(file.get('content-security-policy')).toBe('sandbox');
});
