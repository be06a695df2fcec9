import { expect, test } from 'vitest';
import { addSecurityHeaders } from './security-headers.ts';

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
