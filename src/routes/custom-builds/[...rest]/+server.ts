import { redirect, type RequestHandler } from '@sveltejs/kit';

/** J1: custom builds and repairs share one board; old addresses lead to its custom half. */
export const GET: RequestHandler = () => redirect(308, '/work-orders?type=custom');
