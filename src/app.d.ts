import type { JobPageData } from '#lib/jobs/page/job-page.ts';
import type { Instant } from '#lib/kernel/dates.ts';
import type { Actor } from '#lib/people/actor.ts';
import type { ProblemCode } from '#lib/problems/problem.ts';
import type { Config } from '#lib/server/config.ts';
import type { Deps } from '#lib/server/deps.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			code?: ProblemCode;
			/** The server was not reached. */
			offline?: boolean;
			/** What the log line of a fault of ours carries too. */
			requestId?: string;
		}
		interface PageState {
			/** The job that is open over the board. */
			job?: JobPageData;
			/** The board's own query meanwhile. */
			search?: string;
			/** The file that is looked at large: Back closes it, and leaves the page where it is. */
			viewing?: string;
		}
		interface Locals {
			deps: Deps;
			config: Config;
			requestId: string;
			/** When the request came, on the process's own clock. */
			begunAt: number;
			/** Who asks; `null` when nobody is signed in. */
			actor: Actor | null;
			/** The session that the actor came with; its id is the stored hash, not the token. */
			session: { id: string; expiresAt: Instant } | null;
			/** The database went away while a page was being made. */
			outage?: boolean;
		}
	}
}
