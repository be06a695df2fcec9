/** What a person can ask to be told of: a job of theirs moves, becomes overdue, or turns red. */
export const NOTICE_KINDS = ['moved', 'overdue', 'red'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export type NoticeSettings = Readonly<Record<NoticeKind, boolean>>;

/** Nobody is told of anything before they ask for it. */
export const ALL_OFF: NoticeSettings = { moved: false, overdue: false, red: false };

export function isAnyOn(settings: NoticeSettings): boolean {
	return NOTICE_KINDS.some((kind) => settings[kind]);
}

/** Reads what was kept; whatever else stands there is off. */
export function settingsIn(kept: string | null): NoticeSettings {
	try {
		const read = (JSON.parse(kept ?? '{}') ?? {}) as Partial<Record<NoticeKind, unknown>>;
		return { moved: read.moved === true, overdue: read.overdue === true, red: read.red === true };
	} catch {
		return ALL_OFF;
	}
}
