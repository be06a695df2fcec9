/** A name without case, accents and the width of its spaces: what is compared when two people write the same name. */
export function foldName(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase()
		.replace(/\s+/gu, ' ')
		.trim();
}

/** A column's title, or a word of a closed list: letters and digits alone, so that "E-Mail " and "email" are one. */
export function foldTitle(text: string): string {
	return foldName(text).replace(/[^\p{L}\p{N}#]+/gu, '');
}

/** The digits of a phone number. */
export function digitsOf(phone: string): string {
	return phone.replace(/\D/g, '');
}
