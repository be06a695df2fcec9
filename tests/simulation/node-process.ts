import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { io } from 'socket.io-client';
import { PROTOCOL_VERSION } from '#lib/realtime/protocol.ts';
import { connect } from '#lib/server/db/client.ts';
import { testDeps } from '#tests/support/test-deps.ts';
import type { ClientSocket } from './live-node.ts';
import { openNode } from './live-node.ts';

const THIS = fileURLToPath(import.meta.url);

/** A node in a process of its own, which can be killed. */
export interface NodeProcess {
	/** Connects somebody; they go with the node. */
	connect: (token: string) => ClientSocket;
	/** SIGKILL: it says good-bye to nobody. */
	kill: () => Promise<void>;
}

export async function startNodeProcess(databaseUrl: string): Promise<NodeProcess> {
	const child = spawn(process.execPath, ['--import', 'tsx', THIS, databaseUrl], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
	return {
		connect: (token) =>
			io(line.trim(), {
				transports: ['websocket'],
				forceNew: true,
				reconnection: false,
				auth: { protocol: PROTOCOL_VERSION, since: null, token }
			}),
		kill: async () => {
			const exit = once(child, 'exit');
			if (child.kill('SIGKILL')) await exit;
		}
	};
}

if (process.argv[1] === THIS) {
	const url = process.argv[2] ?? '';
	const node = await openNode(testDeps(connect(url, { applicationName: 'node' })), url);
	process.stdout.write(`${node.url}\n`);
}
