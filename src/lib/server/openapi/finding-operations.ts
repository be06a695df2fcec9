import { PreferencesInput } from '#lib/finding/preferences.ts';
import { ExportJobsInput, ListJobsInput } from '#lib/jobs/list-input.ts';
import type { Operation } from './operation.ts';

export const FINDING_OPERATIONS: readonly Operation[] = [
	{
		method: 'get',
		path: '/jobs',
		summary: 'List and search jobs, closed ones included: the best match or else the newest first',
		query: ListJobsInput,
		answer: {
			status: 200,
			description: '`{jobs, next, previous}`; the latter are cursors of other pages, or null'
		},
		problems: ['forbidden']
	},
	{
		method: 'get',
		path: '/jobs.csv',
		summary: 'Export a list, all of its pages',
		query: ExportJobsInput,
		answer: { status: 200, description: 'A line for each job, after one of names', type: 'text/csv' },
		problems: ['forbidden']
	},
	{
		method: 'put',
		path: '/preferences',
		summary: 'Remember where one left off: board or list, and its filters',
		body: PreferencesInput,
		answer: { status: 200, description: '`{view, search}`' },
		problems: ['forbidden']
	}
];
