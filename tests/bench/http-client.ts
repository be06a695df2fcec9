import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
	/** From the call to the last byte, in milliseconds. */
	ms: number;
}

export interface HttpClient {
	url: string;
	get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
	post: (path: string, body: object, headers?: Record<string, string>) => Promise<Answer>;
	close: () => void;
}

/** A client that keeps its connections open, as browsers and other programs do. Both systems are asked through it. */
export function createHttpClient(url: string): HttpClient {
	const agent = new Agent({ keepAlive: true, maxSockets: 64 });
	return {
		url,
		get: (path, headers) => send({ agent, url: url + path, method: 'GET', headers }),
		post: (path, body, headers) => {
			const payload = Buffer.from(JSON.stringify(body));
			const own = { 'content-type': 'application/json', 'content-length': String(payload.length) };
			return send({ agent, url: url + path, method: 'POST', headers: { ...own, ...headers }, payload });
		},
		close: () => agent.destroy()
	};
}

interface Call {
	agent: Agent;
	url: string;
	method: string;
	headers?: Record<string, string> | undefined;
	payload?: Buffer;
}

/** Throws for every status but a success: nothing here is refused on purpose. */
async function send({ agent, url, method, headers = {}, payload }: Call): Promise<Answer> {
	const start = performance.now();
	const answer = await new Promise<Omit<Answer, 'ms'>>((resolve, reject) => {
		const outgoing = request(url, { agent, method, headers }, (incoming) => {
			const { statusCode: status = 0, headers } = incoming;
			buffer(incoming).then((body) => resolve({ status, headers, body }), reject);
		});
		outgoing.once('error', reject);
		outgoing.end(payload);
	});
	const ms = performance.now() - start;
	if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.body.toString()}`);
	return { ...answer, ms };
}
