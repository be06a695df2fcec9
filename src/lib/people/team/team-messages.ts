import { formatJobNumber } from '#lib/jobs/job-number.ts';
import type { Role } from '#lib/people/actor.ts';
import { ROLE_NAMES } from '#lib/people/messages.ts';

export const PEOPLE = 'People';
export const INVITE = 'Invite somebody';
export const INVITATIONS = 'Open invitations';
export const WITHOUT_ACCESS = 'Without access';
export const YOU = 'you';
export const MORE_ABOUT = (name: string) => `What to do: ${name}`;

/** What each role is for, where one is chosen. */
export const ROLE_HINTS: Record<Role, string> = {
	admin: 'Does everything, and looks after people, displays and settings.',
	salesperson: 'Takes jobs in, moves them, sees prices.',
	jeweler: 'Works at the bench: starts, finishes and holds pieces. Sees no prices.',
	viewer: 'Looks at everything and changes nothing.'
};

export const ACTIONS = {
	edit: 'Name and role',
	password: 'New password by link',
	deactivate: 'End access',
	reactivate: 'Give access back',
	withdraw: 'Withdraw'
};

export const FIELDS = { name: 'Name', role: 'Role' };

export function signedInWords(sessions: number, seen: string | null): string {
	if (sessions === 0 || seen === null) return 'Not signed in';
	const where = sessions === 1 ? 'Signed in' : `Signed in at ${sessions} places`;
	return `${where}, seen ${seen}`;
}

export const openJobsWords = (count: number) => (count === 1 ? '1 open job' : `${count} open jobs`);

export const INVITE_DIALOG = {
	title: INVITE,
	description: 'You send them a link. It lets one person in, once, within seven days.',
	name: 'Who is it for',
	submit: 'Make the link'
};

export const invitedTitle = (name: string) => `Link for ${name}`;

export const EDIT_DIALOG = {
	title: (name: string) => name,
	description: 'A new role applies at once, on every open board. Nobody is signed out.',
	submit: 'Save'
};

export const PASSWORD_DIALOG = {
	title: (name: string) => `New password for ${name}`,
	description: (name: string) =>
		`With this link ${name} chooses a new password, once, within two days. Links from before stop working. Until it is used, nothing changes.`,
	submit: 'Make the link'
};

export const DEACTIVATE_DIALOG = {
	title: (name: string) => `End the access of ${name}`,
	description:
		'Every page of the shop that they have open closes, and they cannot sign in any more. Their name stays on jobs and in the history. You can give access back at any time.',
	jobs: (count: number) =>
		count === 1
			? 'One open job names them. It stays as it is; give it to somebody else if need be.'
			: `${count} open jobs name them. They stay as they are; give them to somebody else if need be.`,
	more: (count: number) => `and ${count} more`,
	job: (number: number) => formatJobNumber(number),
	submit: 'End access',
	dismiss: 'Keep it'
};

export const WITHDRAW_DIALOG = {
	title: (name: string) => `Withdraw the invitation of ${name}`,
	description: 'The link leads nowhere from then on.',
	submit: 'Withdraw',
	dismiss: 'Keep it'
};

export const HANDED = {
	label: 'Send this link',
	hint: 'It is shown this once. Whoever has it can use it: send it to nobody else.',
	copy: 'Copy',
	copied: 'Copied',
	/** Where the browser does not let a page copy. */
	selected: 'Press Ctrl+C to copy',
	done: 'Done'
};

export function invitedWords(role: Role, madeBy: string | null): string {
	return madeBy === null ? `As ${ROLE_NAMES[role]}` : `As ${ROLE_NAMES[role]}, by ${madeBy}`;
}

export const worksUntil = (day: string) => `works until ${day}`;
export const EXPIRED = 'The link has expired';
export const NOBODY_INVITED = 'Nobody is waiting to join.';

export const backAgain = (name: string) => `${name} has access again.`;
