import type { JobPageData } from './job-page.ts';

/** What the server decides about the person at a job's page: it may change while the page is open. */
export type Decided = Pick<JobPageData, 'abilities' | 'staff' | 'settings'>;

/** P3: what is decided now, for a page that was made of what was decided then. */
export class DecidedAnew {
	now = $state.raw() as Decided;

	constructor({ abilities, staff, settings }: Decided) {
		this.now = { abilities, staff, settings };
	}

	/** Takes in what was decided anew; returns whether the person's rights are other ones. */
	adopt({ abilities, staff, settings }: Partial<Decided>): boolean {
		const before = this.now;
		this.now = {
			abilities: abilities ?? before.abilities,
			staff: staff ?? before.staff,
			settings: settings ?? before.settings
		};
		return JSON.stringify(before.abilities) !== JSON.stringify(this.now.abilities);
	}

	/** A page's data as its components read it. */
	over(data: JobPageData): JobPageData {
		const now = () => this.now;
		return {
			...data,
			get abilities() {
				return now().abilities;
			},
			get staff() {
				return now().staff;
			},
			get settings() {
				return now().settings;
			}
		};
	}
}
