/** The pages that have a connection of their own, and tell over it when whoever opened them may not see them any more. */
const LIVE_PAGES: readonly (string | null)[] = [
	'/(shop)/work-orders',
	'/(shop)/work-orders/list',
	'/(shop)/work-orders/[number]',
	'/(shop)/dashboard',
	'/(shop)/settings/people'
];

/** P3: whether a page of the shop hears of the end of its session by itself. For any other one the frame listens. */
export function hasConnection(route: string | null): boolean {
	return LIVE_PAGES.includes(route);
}
