import type { Plugin } from 'vite';
import { HTTP_SERVER } from './process-symbols.ts';

/** Hands the development server's HTTP server to the application, which attaches its sockets to it. */
export function attachSocketsInDev(): Plugin {
	return {
		name: 'benchboard-sockets',
		configureServer(server) {
			Object.assign(globalThis, { [HTTP_SERVER]: server.httpServer });
		}
	};
}
