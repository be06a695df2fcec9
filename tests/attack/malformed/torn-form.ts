import type { Random } from '#tests/simulation/random.ts';

/** A form as browsers send it; its file is text, so that no mutation of it is ever a file that is kept. */
const FORM = [
	'--boundary\r\ncontent-disposition: form-data; name="kind"\r\n\r\ninspiration\r\n',
	'--boundary\r\ncontent-disposition: form-data; name="mutationId"\r\n\r\n5f0c8f0e-6a6b-4d8e-9f5e-0d6f2f6f7a11\r\n',
	'--boundary\r\ncontent-disposition: form-data; name="caption"\r\ncontent-type: text/plain; charset=utf-8\r\n\r\nFür Anna\r\n',
	'--boundary\r\ncontent-disposition: form-data; name="file"; filename="ring.png"\r\ncontent-type: image/png\r\n\r\n',
	'not a picture at all\r\n',
	'--boundary--\r\n'
].join('');

/** What means something to a parser. */
const TOKENS = [
	'\r\n',
	'\r',
	'\n',
	'--',
	'--boundary',
	'--boundary--',
	'\r\n\r\n',
	'name="file"',
	'name="__proto__"',
	'filename="',
	"filename*=UTF-8''%ff%00",
	'; charset=utf-99',
	'content-transfer-encoding: base64\r\n',
	':',
	'"',
	'\\',
	'\0',
	'\xff',
	'='.repeat(9000),
	'x: y\r\n'.repeat(50)
];

/** The form after somebody has torn, cut or stuffed it. */
export function tornForm(random: Random): string {
	let form = FORM;
	for (let count = random.between(1, 4); count > 0; count--) {
		const [one, other] = [random.between(0, form.length), random.between(0, form.length)];
		const [from, to] = [Math.min(one, other), Math.max(one, other)];
		const piece = form.slice(from, to);
		form = random.pick([
			() => form.slice(0, from) + random.pick(TOKENS) + form.slice(from),
			() => form.slice(0, from) + form.slice(from + random.between(1, 12)),
			() => form.slice(0, from) + String.fromCharCode(random.between(0, 255)) + form.slice(from + 1),
			() => form.slice(0, to) + piece + form.slice(to),
			() => form.slice(0, to)
		])();
	}
	return form;
}

/** What says of such a form what it is; mostly the truth. */
export const FORM_TYPES = [
	...Array.from({ length: 12 }, () => 'multipart/form-data; boundary=boundary'),
	'multipart/form-data; boundary="boundary"',
	'multipart/form-data; boundary=other',
	'multipart/form-data; boundary=',
	'multipart/form-data',
	'multipart/form-data; charset=utf-8; boundary=boundary; boundary=x',
	`multipart/form-data; boundary=${'b'.repeat(3000)}`
];
