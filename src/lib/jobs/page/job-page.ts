import type { Attachment } from '#lib/attachments/attachment.ts';
import type { Abilities } from '#lib/jobs/abilities.ts';
import type { AgingSettings } from '#lib/jobs/aging.ts';
import type { JobDetails } from '#lib/jobs/job-details.ts';
import type { HistoryEntry } from '#lib/jobs/job-events.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { PersonRef } from '#lib/people/actor.ts';

/** What a job's page starts with; it keeps itself current from there. */
export interface JobPageData {
	job: JobDetails;
	history: HistoryEntry[];
	attachments: Attachment[];
	abilities: Abilities;
	settings: AgingSettings;
	/** The server's time. */
	now: Instant;
	/** The version of the shop that all of this is at, or an older one. */
	shopVersion: number;
	/** Who can be named on a job; nobody, for those who name nobody. */
	staff: { salespeople: readonly PersonRef[]; jewelers: readonly PersonRef[] };
}
