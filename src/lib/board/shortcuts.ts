/** What a key asks for on the board. */
export type Shortcut = 'search' | 'create' | 'menu' | 'undo' | 'open' | Direction;
export type Direction = 'up' | 'down' | 'left' | 'right';

const SHORTCUTS: Readonly<Record<string, Shortcut>> = {
	'/': 'search',
	n: 'create',
	m: 'menu',
	u: 'undo',
	Enter: 'open',
	ArrowUp: 'up',
	ArrowDown: 'down',
	ArrowLeft: 'left',
	ArrowRight: 'right'
};

/** What a pressed key asks for; nothing while a modifier makes it the browser's. */
export function shortcutFor(key: {
	key: string;
	ctrlKey: boolean;
	metaKey: boolean;
	altKey: boolean;
}): Shortcut | null {
	if (key.ctrlKey || key.metaKey || key.altKey) return null;
	return SHORTCUTS[key.key] ?? null;
}
