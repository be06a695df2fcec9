import { startTestServer } from './postgres-server.ts';

/** Run once by Vitest, and once by Playwright, before the tests; what it returns runs after them. */
export default startTestServer;
