import type { Invitation } from '#lib/people/access-link.ts';
import type { TeamMember } from '#lib/people/team.ts';

/** P3: what an admin is about to do on the page of the shop's people. */
export type TeamAct =
	| { do: 'invite' }
	| { do: 'edit' | 'password' | 'deactivate' | 'reactivate'; person: TeamMember }
	| { do: 'withdraw'; invitation: Invitation };
