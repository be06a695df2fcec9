/** One line of the sheet. `needs` is the ability without which the keys do nothing. */
export interface KeyLine {
	keys: readonly string[];
	does: string;
	needs?: 'create' | 'reorder';
}

interface Section {
	name: string;
	lines: readonly KeyLine[];
}

/** Every key that does something, by where it does; by page, the last part of the route that a page's keys belong to. */
const PAGES = {
	board: {
		name: 'Board',
		lines: [
			{ keys: ['/'], does: 'Search' },
			{ keys: ['N'], does: 'New job', needs: 'create' },
			{ keys: ['←', '↑', '↓', '→'], does: 'Go from card to card' },
			{ keys: ['Enter'], does: 'Open the job' },
			{ keys: ['Space'], does: 'Pick the card up, and put it down', needs: 'reorder' },
			{ keys: ['←', '→'], does: 'In the hand: to the next column that takes it', needs: 'reorder' },
			{ keys: ['↑', '↓'], does: 'In the hand: up and down the column', needs: 'reorder' },
			{ keys: ['Esc'], does: 'Put it back', needs: 'reorder' },
			{ keys: ['M'], does: 'Move to…', needs: 'reorder' },
			{ keys: ['U'], does: 'Undo my last move', needs: 'reorder' }
		]
	},
	list: {
		name: 'List',
		lines: [
			{ keys: ['/'], does: 'Search' },
			{ keys: ['N'], does: 'New job', needs: 'create' },
			{ keys: ['↑', '↓'], does: 'Go from job to job' },
			{ keys: ['Enter'], does: 'Open the job' }
		]
	},
	job: {
		name: 'Job',
		lines: [
			{ keys: ['M'], does: 'Move to…', needs: 'reorder' },
			{ keys: ['U'], does: 'Undo my last move', needs: 'reorder' },
			{ keys: ['Esc'], does: 'Close it, over the board' },
			{ keys: ['←', '→'], does: 'In the large view: the next picture' },
			{ keys: ['+', '−', '0'], does: 'In the large view: closer, further, whole' }
		]
	},
	contacts: { name: 'Contacts', lines: [{ keys: ['/'], does: 'Search' }] }
} as const satisfies Record<string, Section>;

const EVERYWHERE: Section = {
	name: 'Everywhere',
	lines: [
		{ keys: ['0–9', 'Enter'], does: 'Open a job by its number' },
		{ keys: ['Scanner'], does: 'Open the job of the barcode' },
		{ keys: ['?'], does: 'This list' }
	]
};

/** A page that has keys of its own. */
export type KeyPage = keyof typeof PAGES;

/** The pages' routes. */
const ROUTES: Readonly<Record<string, KeyPage>> = {
	'/(shop)/work-orders': 'board',
	'/(shop)/work-orders/list': 'list',
	'/(shop)/work-orders/[number]': 'job',
	'/(shop)/contacts': 'contacts'
};

/** The page that a route shows; a job that is open over the board is one. */
export function keyPageOf(route: string | null, isJobOpen: boolean): KeyPage | null {
	return isJobOpen ? 'job' : (ROUTES[route ?? ''] ?? null);
}

/** What the sheet says on a page, to somebody who may do so much. */
export function keysOn(
	page: KeyPage | null,
	may: Readonly<Record<'create' | 'reorder', boolean>>
): Section[] {
	const sections = page ? [PAGES[page], EVERYWHERE] : [EVERYWHERE];
	return sections.map(({ name, lines }) => ({
		name,
		lines: (lines as readonly KeyLine[]).filter(({ needs }) => !needs || may[needs])
	}));
}
