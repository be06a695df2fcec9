import type { Operation } from './operation.ts';

export const DASHBOARD_OPERATIONS: readonly Operation[] = [
	{
		method: 'get',
		path: '/dashboard',
		summary: 'Read how the shop has worked: moved today, throughput, time in status, today’s moves',
		answer: {
			status: 200,
			description:
				'`{version, movedToday, throughput, cycle, feed, displays, chase?}`; `chase`, whom to call, for those who may'
		},
		problems: ['forbidden']
	}
];
