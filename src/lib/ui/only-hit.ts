/** The entry that somebody means who types a text and presses Enter: the only one, or the only one of that name. */
export function onlyHit<Hit extends { label: string }>(hits: readonly Hit[], typed: string): Hit | null {
	if (typed.trim() === '') return null;
	const exact = hits.filter(({ label }) => isSame(label, typed));
	const meant = hits.length === 1 ? hits : exact;
	return meant.length === 1 ? (meant[0] ?? null) : null;
}

function isSame(label: string, typed: string): boolean {
	return label.trim().toLocaleLowerCase() === typed.trim().toLocaleLowerCase();
}
