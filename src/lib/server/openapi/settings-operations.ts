import { ExportAuditInput, ListAuditInput } from '#lib/audit/audit-input.ts';
import { LogoInput } from '#lib/settings/logo-input.ts';
import { ChangeSettingsInput } from '#lib/settings/settings-input.ts';
import type { Operation } from './operation.ts';

const SETTINGS = { status: 200, description: '`{settings}`' } as const;

export const SETTINGS_OPERATIONS: readonly Operation[] = [
	{
		method: 'get',
		path: '/settings',
		summary: 'Read what the shop has decided: name, time zone, aging, hold reasons, places, choices',
		answer: SETTINGS,
		problems: ['forbidden']
	},
	{
		method: 'patch',
		path: '/settings',
		summary: 'Change some of the shop’s settings; all of its screens follow',
		body: ChangeSettingsInput,
		answer: SETTINGS,
		problems: ['forbidden', 'settings.changed']
	},
	{
		method: 'get',
		path: '/shop/logo',
		summary: 'Fetch the shop’s logo, for its people and displays',
		answer: { status: 200, description: 'The bytes', type: 'image/webp' },
		problems: ['logo.not_found', 'storage.unavailable'],
		isHidden: true
	},
	{
		method: 'put',
		path: '/shop/logo',
		summary: 'Make a PNG, JPEG or WebP of at most 1,048,576 bytes the shop’s logo',
		upload: LogoInput,
		answer: SETTINGS,
		problems: [
			'forbidden',
			'logo.too_large',
			'logo.type',
			'attachment.type',
			'attachment.empty',
			'attachment.damaged',
			'attachment.too_many_pixels',
			'storage.unavailable'
		]
	},
	{
		method: 'delete',
		path: '/shop/logo',
		summary: 'Take the shop’s logo away',
		answer: SETTINGS,
		problems: ['forbidden']
	},
	{
		method: 'get',
		path: '/audit',
		summary:
			'Read what was done to the shop, its people and displays, and which jobs were deleted, newest first',
		query: ListAuditInput,
		answer: {
			status: 200,
			description:
				'`{entries, next}`, 100 unless fewer are asked for; `next` is the cursor of the page below, or null'
		},
		problems: ['forbidden']
	},
	{
		method: 'get',
		path: '/audit.csv',
		summary: 'Export the audit log, all of its pages',
		query: ExportAuditInput,
		answer: { status: 200, description: 'A line for each entry, after one of names', type: 'text/csv' },
		problems: ['forbidden']
	}
];
