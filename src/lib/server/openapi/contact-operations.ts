import {
	ArchiveContactInput,
	ChangeContactInput,
	CreateContactInput,
	ListContactsInput
} from '#lib/contacts/contact-input.ts';
import type { Operation } from './operation.ts';

const CONTACT = { status: 200, description: '`{contact}`' } as const;

export const CONTACT_OPERATIONS: readonly Operation[] = [
	{
		method: 'get',
		path: '/contacts',
		summary: 'Find customers and vendors',
		query: ListContactsInput,
		answer: {
			status: 200,
			description:
				'`{contacts, next, similar}`, 50 unless told otherwise; `next` is the cursor of the next page, or null; ' +
				'`similar` says that nobody matched, and these are close'
		},
		problems: ['forbidden']
	},
	{
		method: 'post',
		path: '/contacts',
		summary: 'Add a customer or a vendor',
		body: CreateContactInput,
		answer: { status: 201, description: '`{contact}`' },
		problems: ['forbidden', 'mutation.reused']
	},
	{
		method: 'get',
		path: '/contacts/{id}',
		summary: 'Read a contact',
		answer: CONTACT,
		problems: ['forbidden', 'contact.not_found']
	},
	{
		method: 'patch',
		path: '/contacts/{id}',
		summary: 'Change some fields of a contact; no job hears of it',
		body: ChangeContactInput,
		answer: CONTACT,
		problems: ['forbidden', 'contact.not_found', 'mutation.reused', 'contact.changed']
	},
	{
		method: 'delete',
		path: '/contacts/{id}',
		summary: 'Delete a contact that no job names',
		answer: { status: 204, description: 'Deleted', type: null },
		problems: ['forbidden', 'contact.not_found', 'contact.in_use']
	},
	{
		method: 'post',
		path: '/contacts/{id}/archive',
		summary: 'Take a contact out of every list to choose from',
		body: ArchiveContactInput,
		answer: CONTACT,
		problems: ['forbidden', 'contact.not_found', 'mutation.reused']
	},
	{
		method: 'post',
		path: '/contacts/{id}/restore',
		summary: 'Bring an archived contact back',
		body: ArchiveContactInput,
		answer: CONTACT,
		problems: ['forbidden', 'contact.not_found', 'mutation.reused']
	}
];
