import { HistoryInput } from '#lib/jobs/history-input.ts';
import { EditJobInput } from '#lib/jobs/edit-input.ts';
import {
	CloseInput,
	CreateJobInput,
	DeleteJobInput,
	MoveInput,
	RefreshCustomerInput,
	ReopenInput,
	UndoInput
} from '#lib/jobs/job-input.ts';
import type { Operation } from './operation.ts';

const CARD = { status: 200, description: '`{version, card}`' } as const;
const JOB = { status: 200, description: '`{version, job}`' } as const;

export const JOB_OPERATIONS: readonly Operation[] = [
	{
		method: 'post',
		path: '/jobs',
		summary: 'Take a job in',
		body: CreateJobInput,
		answer: { status: 201, description: '`{version, job}`' },
		problems: ['forbidden', 'mutation.reused']
	},
	{
		method: 'get',
		path: '/jobs/{number}',
		summary: 'Read a job',
		answer: {
			status: 200,
			description: '`{version, job}`; prices are absent for those who may not see them'
		},
		problems: ['job.not_found']
	},
	{
		method: 'patch',
		path: '/jobs/{number}',
		summary: 'Change fields of a job; what others changed meanwhile merges, the same field is refused',
		body: EditJobInput,
		answer: JOB,
		problems: ['job.not_found', 'forbidden', 'job.closed', 'edit.conflict', 'mutation.reused']
	},
	{
		method: 'delete',
		path: '/jobs/{number}',
		summary: 'Delete a job with its files; its number and who deleted it stay in the log',
		query: DeleteJobInput,
		answer: { status: 204, description: 'Deleted', type: null },
		problems: ['job.not_found', 'forbidden', 'mutation.reused']
	},
	{
		method: 'post',
		path: '/jobs/{number}/refresh-customer',
		summary: 'Copy the customer onto a job once more, as the contact is now',
		body: RefreshCustomerInput,
		answer: JOB,
		problems: ['job.not_found', 'forbidden', 'job.closed', 'contact.changed', 'mutation.reused']
	},
	{
		method: 'get',
		path: '/jobs/{number}/history',
		summary: 'Read what happened to a job, newest first',
		query: HistoryInput,
		answer: { status: 200, description: '`{events}`' },
		problems: ['job.not_found']
	},
	{
		method: 'post',
		path: '/jobs/{number}/moves',
		summary: 'Move a job to a status, or to another place in its column',
		body: MoveInput,
		answer: CARD,
		problems: [
			'job.not_found',
			'forbidden',
			'job.moved',
			'job.closed',
			'mutation.reused',
			'move.not_allowed',
			'move.vendor_required',
			'move.hold_reason_required'
		]
	},
	{
		method: 'post',
		path: '/jobs/{number}/undo',
		summary: 'Take back one’s own last move, for five minutes',
		body: UndoInput,
		answer: CARD,
		problems: [
			'job.not_found',
			'forbidden',
			'mutation.reused',
			'undo.nothing',
			'undo.changed',
			'undo.too_late'
		]
	},
	{
		method: 'post',
		path: '/jobs/{number}/close',
		summary: 'Take a job off the board: picked up, or cancelled',
		body: CloseInput,
		answer: JOB,
		problems: [
			'job.not_found',
			'forbidden',
			'mutation.reused',
			'job.closed',
			'close.not_ready',
			'close.reason_required'
		]
	},
	{
		method: 'post',
		path: '/jobs/{number}/reopen',
		summary: 'Bring a closed job back into the status that it left',
		body: ReopenInput,
		answer: JOB,
		problems: ['job.not_found', 'forbidden', 'mutation.reused', 'job.not_closed']
	}
];
