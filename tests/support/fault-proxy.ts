import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * What a bad network does to a connection. `drop`: it ends, and so does every new one. `reset`: the same without a
 * good-bye. `half-open`: nothing passes any more, and neither end is told. `delay`: everything comes late, by milliseconds.
 */
export type Fault =
	{ kind: 'drop' } | { kind: 'reset' } | { kind: 'half-open' } | { kind: 'delay'; ms: number };

/** Stands between a client and a TCP server, and does to their connections what it is told. */
export interface FaultProxy {
	port: number;
	/** Does it to every connection, open or new, until `mend`; only to those whose first bytes match, where given. */
	inject: (fault: Fault, only?: RegExp) => void;
	/** New connections are sound again, and delays are over. What was silenced stays so: the bytes are gone. */
	mend: () => void;
	/** How many connections a fault was done to. */
	injected: () => number;
	/** Ends every connection; the address refuses new ones. */
	close: () => Promise<void>;
}

interface Link {
	client: Socket;
	upstream: Socket;
	/** The first bytes that the client sent. */
	opening: string | null;
	isSilent: boolean;
	/** Milliseconds that each piece waits. */
	delay: number;
}

/** Opens one on a free port, or on a given one, to a port of this machine. */
export async function startFaultProxy(target: number, port = 0): Promise<FaultProxy> {
	const links = new Set<Link>();
	let weather: { fault: Fault; only: RegExp | undefined } | null = null;
	let injected = 0;
	const isMeant = ({ opening }: Link) =>
		weather !== null && (!weather.only || (opening !== null && weather.only.test(opening)));
	const harm = (link: Link) => {
		if (!weather || !isMeant(link)) return;
		injected++;
		harmLink(link, weather.fault);
	};
	const server = createServer({ allowHalfOpen: true }, (client) => {
		const link = open(client, target, () => links.delete(link));
		links.add(link);
		client.once('data', (chunk) => {
			link.opening = chunk.toString('latin1');
			if (weather?.only) harm(link);
		});
		if (!weather?.only) harm(link);
		pass(link, client, link.upstream);
		pass(link, link.upstream, client);
	});
	await once(server.listen(port, '127.0.0.1'), 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		inject: (fault, only) => {
			weather = { fault, only };
			for (const link of links) harm(link);
		},
		mend: () => {
			weather = null;
			for (const link of links) link.delay = 0;
		},
		injected: () => injected,
		close: async () => {
			const closed = once(server, 'close');
			server.close();
			for (const { client, upstream } of links) for (const socket of [client, upstream]) socket.destroy();
			await closed;
		}
	};
}

function open(client: Socket, target: number, gone: () => void): Link {
	const link: Link = {
		client,
		upstream: connect({ port: target, host: '127.0.0.1', allowHalfOpen: true }),
		opening: null,
		isSilent: false,
		delay: 0
	};
	for (const socket of [client, link.upstream]) {
		socket.on('error', () => undefined);
		socket.on('close', () => client.destroyed && link.upstream.destroyed && gone());
	}
	return link;
}

function harmLink(link: Link, fault: Fault): void {
	const ends = [link.client, link.upstream];
	if (fault.kind === 'drop') for (const socket of ends) socket.destroy();
	if (fault.kind === 'reset') for (const socket of ends) socket.resetAndDestroy();
	if (fault.kind === 'half-open') link.isSilent = true;
	if (fault.kind === 'delay') link.delay = fault.ms;
}

/** One way: pieces keep their order, however long each of them waits. */
function pass(link: Link, from: Socket, to: Socket): void {
	let before = Promise.resolve();
	const inTurn = (work: () => void) => {
		const until = link.delay > 0 ? new Promise((resolve) => setTimeout(resolve, link.delay)) : null;
		before = before.then(() => until).then(() => void (link.isSilent || work()));
	};
	from.on('data', (chunk) => inTurn(() => to.write(chunk)));
	from.on('end', () => inTurn(() => to.end()));
	from.on('close', (isBroken) =>
		isBroken && !link.isSilent ? to.destroy() : inTurn(() => to.destroySoon())
	);
}
