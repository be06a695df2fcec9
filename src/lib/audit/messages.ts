import type { AuditTopic } from './audit.ts';

export const AUDIT_LOG = 'Audit log';
export const AUDIT_LEAD =
	'Who has changed what about the shop, its people and its displays, and which jobs were deleted. Nothing here can be changed or removed.';

export const TOPIC_NAMES: Record<AuditTopic, string> = {
	shop: 'Settings',
	people: 'People',
	displays: 'Displays',
	jobs: 'Deleted jobs'
};

export const ABOUT = 'About';
export const BY = 'Done by';
export const ANYTHING = 'Anything';
export const ANYBODY = 'Anybody';
export const SHOW = 'Show';
export const EXPORT = 'Export as CSV';
export const EMPTY_LOG = 'Nothing has been written down yet.';
export const NOTHING_MATCHES = 'Nothing in the log matches.';
export const SHOW_ALL = 'Show all of it';
export const NEWEST = 'Newest';
export const EARLIER = 'Earlier';
export const PAGES = 'Pages of the log';
