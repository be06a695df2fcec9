/**
 * The few marks that stand on every card and around the board, as path data for a 16-unit box. A card draws each as one
 * static path: 500 cards take 150 ms of script this way and 500 ms with a full icon component for every mark. What is not
 * there when the board opens uses `@lucide/svelte`, whose program weighs more than all of these.
 */
export const GLYPHS = {
	hourglass: 'M4.5 2h7M4.5 14h7M5.5 2v2.2L8 8l2.5-3.8V2M5.5 14v-2.2L8 8l2.5 3.8V14',
	slow: 'M8 2.2 14.6 13.6H1.4ZM8 6.6v3M8 11.6v.1',
	late: 'M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4ZM8 5v3.6M8 10.9v.1',
	calendar: 'M2.5 3.5h11v10h-11ZM2.5 6.8h11M5.4 2v2.6M10.6 2v2.6',
	bolt: 'M9 1.8 3.4 9H7.6L7 14.2 12.6 7H8.4Z',
	pause: 'M5.4 3.5v9M10.6 3.5v9',
	clip: 'M13 7.4 7.9 12.5a3 3 0 0 1-4.3-4.3L9 2.9a2 2 0 0 1 2.9 2.8L6.7 10.9a1 1 0 0 1-1.5-1.4L9.8 5',
	truck: 'M1.5 4h8v7h-8ZM9.5 6.5h2.8l2.2 2.4V11h-5M4.3 11.1a1.5 1.5 0 1 0 .1 0M11.7 11.1a1.5 1.5 0 1 0 .1 0',
	hammer: 'M9.2 6.8 3.4 12.6M6.8 2.6h3.2l3.6 3.6-1.9 1.9-4.9-4.9Z',
	wrench:
		'M10.2 2.2a3.6 3.6 0 0 0-3.5 4.7L2.4 11.2a1.7 1.7 0 0 0 2.4 2.4l4.3-4.3a3.6 3.6 0 0 0 4.6-4.6L11.4 7 9 6.5 8.7 4.3Z',
	down: 'M8 3v10M4 9l4 4 4-4',
	move: 'M2.5 8h10.6M9 3.9 13.1 8 9 12.1',
	open: 'M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3 7.4 8.6',
	gem: 'M4.6 2.8h6.8L14.4 6.6 8 13.6 1.6 6.6ZM1.6 6.6h12.8M6 6.6 8 13.2 10 6.6 8 3Z',
	board: 'M2 2.5h12v11H2ZM5 5.5v5.5M8 5.5v3M11 5.5v4.2',
	list: 'M5.5 4H14M5.5 8H14M5.5 12H14M2.2 4v.1M2.2 8v.1M2.2 12v.1',
	chart: 'M2.5 2v11.5H14M5.5 11V8M8.5 11V5M11.5 11V6.8',
	people:
		'M5.8 7.6a2.4 2.4 0 1 0-.1 0M1.5 13.2c0-2.4 1.8-3.7 4.3-3.7s4.2 1.3 4.2 3.7M10.6 3a2.3 2.3 0 0 1 0 4.4M11.8 9.8c1.7.4 2.7 1.6 2.7 3.4',
	sliders: 'M2 4.5h6M12 4.5h2M10 2.8v3.4M2 11.5h2M8 11.5h6M6 9.8v3.4',
	plus: 'M8 3v10M3 8h10',
	system: 'M2 2.8h12v8H2ZM8 10.8v2.7M5.2 13.5h5.6',
	light:
		'M8 5.3a2.7 2.7 0 1 0 .1 0M8 1.3v1.2M8 13.5v1.2M1.3 8h1.2M13.5 8h1.2M3.3 3.3l.8.8M11.9 11.9l.8.8M3.3 12.7l.8-.8M11.9 4.1l.8-.8',
	dark: 'M13.8 9.3A6 6 0 1 1 6.7 2.2 4.8 4.8 0 0 0 13.8 9.3Z',
	leave: 'M6.2 13.5H2.5v-11h3.7M10.4 4.9 13.5 8l-3.1 3.1M13.5 8H6.2',
	person: 'M8 7.4a2.7 2.7 0 1 0-.1 0M2.8 13.8c0-2.8 2.2-4.2 5.2-4.2s5.2 1.4 5.2 4.2'
} as const;

export type GlyphName = keyof typeof GLYPHS;
