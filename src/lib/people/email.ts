/** P3: an e-mail address as it is stored and compared: trimmed, lower case, one Unicode form. */
export function normalizeEmail(text: string): string {
	return text.trim().normalize('NFC').toLowerCase();
}

/** Whether the text looks like an address: something, an @, and a domain with a dot. Only a letter sent there proves more. */
export function isEmail(text: string): boolean {
	return /^[^\s\p{Cc}\p{Cs}@]+@[^\s\p{Cc}\p{Cs}@.]+(\.[^\s\p{Cc}\p{Cs}@.]+)+$/u.test(text);
}
