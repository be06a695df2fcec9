import { AttachInput } from '#lib/attachments/attachment-input.ts';
import type { Operation } from './operation.ts';

export const ATTACHMENT_OPERATIONS: readonly Operation[] = [
	{
		method: 'get',
		path: '/jobs/{number}/attachments',
		summary: 'List the files of a job, newest first',
		answer: { status: 200, description: '`{attachments}`' },
		problems: ['job.not_found', 'forbidden']
	},
	{
		method: 'post',
		path: '/jobs/{number}/attachments',
		summary: 'Add a PNG, JPEG, WebP, GIF or PDF of at most 8,388,608 bytes to a job',
		upload: AttachInput,
		answer: { status: 201, description: '`{version, attachment}`' },
		problems: [
			'job.not_found',
			'forbidden',
			'mutation.reused',
			'attachment.too_large',
			'attachment.type',
			'attachment.empty',
			'attachment.damaged',
			'attachment.too_many_pixels',
			'storage.unavailable'
		]
	},
	{
		method: 'get',
		path: '/attachments/{id}',
		summary: 'Fetch a file: as it was uploaded, or, where it carried metadata, the picture without it',
		answer: { status: 200, description: 'The bytes', type: 'application/octet-stream' },
		problems: ['attachment.not_found', 'storage.unavailable'],
		isHidden: true
	},
	{
		method: 'delete',
		path: '/attachments/{id}',
		summary: 'Take a file off its job',
		answer: { status: 204, description: 'Removed', type: null },
		problems: ['attachment.not_found', 'forbidden']
	},
	{
		method: 'get',
		path: '/attachments/{id}/thumbnail',
		summary: 'Fetch the small picture of an image',
		answer: { status: 200, description: 'The bytes', type: 'image/webp' },
		problems: ['attachment.not_found', 'storage.unavailable'],
		isHidden: true
	}
];
