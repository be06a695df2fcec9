import { expect, test } from 'vitest';
import { contentDisposition } from './content-disposition.ts';

test.each([
	['ring.jpg', `inline; filename="ring.jpg"; filename*=UTF-8''ring.jpg`],
	['Ré sumé.pdf', `inline; filename="Re sume.pdf"; filename*=UTF-8''R%C3%A9%20sum%C3%A9.pdf`],
	['a";x=".jpg', `inline; filename="a_;x=_.jpg"; filename*=UTF-8''a%22%3Bx%3D%22.jpg`],
	["it's (1)*.jpg", `inline; filename="it's (1)*.jpg"; filename*=UTF-8''it%27s%20%281%29%2A.jpg`],
	['指輪', `inline; filename="file"; filename*=UTF-8''%E6%8C%87%E8%BC%AA`]
])('%s', (name, header) => {
	expect(contentDisposition(name)).toBe(header);
	expect(() => new Headers({ 'content-disposition': contentDisposition(name) })).not.toThrow();
});
