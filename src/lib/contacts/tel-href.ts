/** As phones dial it; what else people write into a number stays on the screen. */
export function telHref(phone: string): string {
	return `tel:${phone.replace(/[^+\d]/g, '')}`;
}
