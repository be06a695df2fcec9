import type { BadgeCounts } from './preview.ts';
import type { Section } from './sections.ts';

export const SHOP_SETTINGS = 'Shop settings';

/** What each section is called, and what it does. */
export const SECTIONS: Record<Section, { title: string; lead: string }> = {
	shop: { title: 'Shop', lead: 'How the shop is called on every screen, and where its day begins.' },
	aging: {
		title: 'Due and aging',
		lead: 'When a card says that a job is due soon, and from which day in a status it turns amber and red.'
	},
	holdReasons: {
		title: 'Hold reasons',
		lead: 'Offered beside the five when a job goes on hold. The reason is written into the hold’s note, and counts as one of the five.'
	},
	locations: { title: 'Locations', lead: 'Where a piece can be. Anything else can still be typed on a job.' },
	choices: {
		title: 'Field choices',
		lead: 'What the fields of a job offer. Anything else can still be typed there.'
	}
};

export const SHOP_NAME = 'Name';
export const TIME_ZONE = 'Time zone';
export const TIME_ZONE_HINT =
	'Days in a status are counted anew from midnight to midnight in this zone. Promised dates stay the calendar days that they are.';

export const DUE_SOON = 'Due soon, days before the promised date';
export const DUE_SOON_HINT = '0 says so on the day itself.';
export const STATUS = 'Status';
export const AMBER_FROM = 'Amber from day';
export const RED_FROM = 'Red from day';
export const THRESHOLD_HINT = 'Leave both empty where only the promised date counts.';
export const dayLabel = (status: string, color: string) => `${status}: ${color}`;

export const PREVIEW = 'With these settings';
export const previewWrong = (field: string, fault: string) => `${field}: ${fault}`;
export const NO_OPEN_JOBS = 'The shop has no open jobs to show it on.';
export const NOTHING_OTHER = 'Every open card says the same as now.';
export const COUNT_NAMES: Record<keyof BadgeCounts, string> = {
	dueSoon: 'Due soon',
	overdue: 'Overdue',
	amber: 'Amber',
	red: 'Red'
};
export const nowCount = (count: number) => `now ${count}`;
export function otherWords(count: number, shown: number): string {
	const cards = count === 1 ? '1 card would change' : `${count} cards would change`;
	return shown < count ? `${cards}, among them:` : `${cards}:`;
}

export const REASON = 'Reason';
export const COUNTS_AS = 'Counts as';
export const ADD_REASON = 'Add a reason';
export const removeReason = (label: string) => `Remove ${label || 'this reason'}`;
export const NO_REASONS = 'The shop has no reasons of its own.';

export const LOCATION_LIST = 'Locations, one per line';
export const CHOICE_FIELD = 'Field';
export const choiceList = (field: string) => `Choices for ${field}, one per line`;
export const OF_THE_TRADE = 'The usual list of the trade. Change it, and it is your own.';
export const OF_THE_SHOP = 'Your own list.';
export const NONE_OF_THE_TRADE = 'There is no usual list here: write your own.';
export const BACK_TO_TRADE = 'Back to the usual list';
export const entryFault = (entry: string, fault: string) => `“${entry}”: ${fault}`;
export const withOwn = (field: string) => `${field} (own)`;

export const SAVE = 'Save';
export const SAVED = 'Saved. All screens of the shop follow.';
export const UNSAVED = 'Not saved yet';
export const WRONG = 'Mend the marked fields; nothing was saved.';

export const CONFLICT = {
	choose: 'Somebody else has changed the same meanwhile. Choose which of the two stays, and save again.',
	chooseFirst: 'First choose which of the two stays.',
	by: (name: string | null) => `${name ?? 'Somebody else'} has saved meanwhile`,
	yours: 'Yours',
	mine: 'Keep mine',
	theirs: 'Take theirs'
};

export const LOGO = 'Logo';
export const LOGO_HINT =
	'PNG, JPEG or WebP, at most 1 MiB, saved as soon as it is chosen. It is shown on light paper, in the dark too.';
export const CHOOSE_LOGO = 'Choose a picture';
export const REPLACE_LOGO = 'Choose another';
export const REMOVE_LOGO = 'Remove the logo';
export const LOGO_SENDING = 'Sending…';
export const LOGO_TOO_LARGE = 'A logo can have at most 1 MiB.';
