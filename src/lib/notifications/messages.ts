import { agingOf, type AgingSettings } from '#lib/jobs/aging.ts';
import { formatJobNumber } from '#lib/jobs/job-number.ts';
import { agingSentence } from '#lib/jobs/messages.ts';
import { STATUS_FACTS } from '#lib/jobs/status.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Notice } from './decide-notices.ts';
import type { NoticeKind } from './notice-settings.ts';

export const NOTICES = {
	title: 'Notices in this browser',
	hint: 'About jobs that you sell or make, on every page of the shop while it is open in this browser.',
	kinds: {
		moved: 'Somebody else moves one of my jobs',
		overdue: 'One of my jobs becomes overdue',
		red: 'One of my jobs turns red'
	} satisfies Record<NoticeKind, string>,
	/** Once the browser allows them. */
	allow: 'Allow notices',
	allowHint: 'Your browser asks you first. Then you choose what you are told.',
	denied:
		'This browser does not let Benchboard show notices. Allow them in its settings for this site, beside the address, and the choices appear here.',
	unsupported:
		'This browser cannot show notices here. It takes a current browser and an address that begins with https; on an iPhone or iPad, Benchboard on the home screen.'
};

/** What one notice says, where it leads, and what it takes the place of. */
export interface NoticeWords {
	title: string;
	body: string;
	href: string;
	tag: string;
}

/** So many jobs are named in one notice. */
const NAMED = 4;

/**
 * One notice, however much there is to tell. It names jobs by number and title, and no customer: it may be shown on a locked
 * screen.
 */
export function noticeWords(
	notices: readonly Notice[],
	at: { now: Instant; aging: AgingSettings }
): NoticeWords | null {
	const [first] = notices;
	if (!first) return null;
	if (notices.length === 1)
		return {
			title: nameOf(first),
			body: sentencesOf(first, at).join(' '),
			href: `/work-orders/${first.number}`,
			tag: `job-${first.number}`
		};
	const lines = notices.slice(0, NAMED).map((notice) => `${nameOf(notice)}: ${shortOf(notice, at)}`);
	const rest = notices.length - lines.length;
	return {
		title: `News of ${notices.length} of your jobs`,
		body: [...lines, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n'),
		href: '/work-orders',
		tag: 'jobs'
	};
}

function nameOf({ number, card }: Notice): string {
	return [formatJobNumber(number), card?.title].filter(Boolean).join(' ');
}

function shortOf(notice: Notice, at: { now: Instant; aging: AgingSettings }): string {
	return sentencesOf(notice, at)
		.map((sentence) => sentence.replace(/\.$/, ''))
		.join(', ');
}

function sentencesOf(notice: Notice, { now, aging }: { now: Instant; aging: AgingSettings }): string[] {
	const { card, kinds } = notice;
	const badges = card && agingOf(card, now, aging);
	return kinds.flatMap((kind) => {
		if (kind === 'moved') return [movedSentence(notice)];
		if (!card || !badges) return [];
		if (kind === 'overdue') return [overdueSentence(-badges.due.days)];
		return [`${agingSentence(badges, card.status)}.`];
	});
}

function overdueSentence(days: number): string {
	return days === 1 ? 'Since today it is overdue.' : `It is ${days} days overdue.`;
}

function movedSentence({ card, change }: Notice): string {
	const who = change?.by?.name ?? 'Somebody';
	if (card) return `${who} moved it to ${STATUS_FACTS[card.status].name}.`;
	return change?.kind === 'deleted' ? `${who} deleted it.` : `${who} closed it.`;
}
