import { attachmentHandler } from '#lib/server/http/attachment-handler.ts';
import type { RequestEvent } from './$types';

export const GET = attachmentHandler<RequestEvent>('thumbnail');
