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
	const next = () => {
		const order = urls.map((_, step) => (turn + 1 + step) % urls.length);
		return order.find((index) => ready[index]);
	};
	const server = createServer((client) => {
		keep(open, client);
		const index = next();
		if (index === undefined) return client.destroy();
		turn = index;
		taken[index]!++;
		return join(client, Number(new URL(urls[index]!).port), open);
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

/** What a node refuses is not tried at another one: nothing but `/readyz` keeps people from a node that ends. */
function join(client: Socket, port: number, open: Set<Socket>): void {
	const node = connect(port, '127.0.0.1');
	keep(open, node);
	client.on('close', () => node.destroy());
	node.on('close', () => client.destroy());
	client.pipe(node).pipe(client);
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
