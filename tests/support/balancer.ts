import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Milliseconds between two looks at a node, and that it has for an answer. */
const LOOK_MS = 100;
const ANSWER_MS = 2_000;

/** A load balancer without memory: every connection goes to the next node that says it is ready. */
export interface Balancer {
	url: string;
	/** Whether the node of this index is being sent people. */
	isReady: (index: number) => boolean;
	/** How many connections each node got. */
	taken: readonly number[];
	close: () => Promise<void>;
}

export async function startBalancer(urls: readonly string[]): Promise<Balancer> {
	const ready = urls.map(() => true);
	const taken = urls.map(() => 0);
	const open = new Set<Socket>();
	let turn = 0;
	const server = createServer((client) => {
		keep(open, client);
		turn = (turn + 1) % urls.length;
		const order = urls.map((_, index) => (turn + index) % urls.length);
		const sorted = [...order.filter((index) => ready[index]), ...order.filter((index) => !ready[index])];
		void join(client, sorted, urls, open).then((index) => index !== null && taken[index]!++);
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const watches = urls.map((url, index) => watch(url, (isReady) => (ready[index] = isReady)));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		isReady: (index) => ready[index] ?? false,
		taken,
		close: async () => {
			for (const end of watches) end();
			const closed = once(server, 'close');
			server.close();
			for (const socket of open) socket.destroy();
			await closed;
		}
	};
}

/** Joins the client with the first node that takes the connection; returns which. */
async function join(
	client: Socket,
	order: readonly number[],
	urls: readonly string[],
	open: Set<Socket>
): Promise<number | null> {
	for (const index of order) {
		const node = connect(Number(new URL(urls[index]!).port), '127.0.0.1');
		keep(open, node);
		const isThere = await new Promise<boolean>((resolve) =>
			node.once('connect', () => resolve(true)).once('close', () => resolve(false))
		);
		if (!isThere) continue;
		client.on('close', () => node.destroy());
		node.on('close', () => client.destroy());
		client.pipe(node).pipe(client);
		return index;
	}
	client.destroy();
	return null;
}

function keep(open: Set<Socket>, socket: Socket): void {
	open.add(socket);
	socket.on('error', () => undefined).on('close', () => open.delete(socket));
}

/** Asks a node again and again whether people may be sent to it. Returns what ends that. */
function watch(url: string, hear: (isReady: boolean) => void): () => void {
	let timer: ReturnType<typeof setTimeout>;
	let isOver = false;
	const look = async () => {
		const signal = AbortSignal.timeout(ANSWER_MS);
		const isReady = await fetch(`${url}/readyz`, { signal, headers: { connection: 'close' } }).then(
			({ ok }) => ok,
			() => false
		);
		if (isOver) return;
		hear(isReady);
		timer = setTimeout(() => void look(), LOOK_MS);
	};
	void look();
	return () => {
		isOver = true;
		clearTimeout(timer);
	};
}
