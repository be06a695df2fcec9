import { DEFAULT_DISPLAY, type Display, type DisplaySettings } from '#lib/displays/display.ts';
import { instantOf } from '#lib/server/db/instants.ts';

/** What `Display` is made of. */
export const DISPLAY_COLUMNS = 'id, name, settings, paired_at, paired_by, seen_at';

/** A row of `DISPLAY_COLUMNS`, as the client hands it over. */
export interface DisplayRow {
	id: string;
	name: string;
	settings: Partial<DisplaySettings>;
	paired_at: string;
	paired_by: string | null;
	seen_at: string | null;
}

export function toDisplay(row: DisplayRow): Display {
	return {
		id: row.id,
		name: row.name,
		settings: settingsOf(row),
		pairedAt: instantOf(row.paired_at),
		pairedBy: row.paired_by,
		seenAt: row.seen_at === null ? null : instantOf(row.seen_at)
	};
}

/** A display that was paired before a setting existed has what a new one starts with. */
export function settingsOf({ settings }: Pick<DisplayRow, 'settings'>): DisplaySettings {
	return { ...DEFAULT_DISPLAY, ...settings };
}
