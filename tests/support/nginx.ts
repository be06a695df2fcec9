import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CONFIGURATION = fileURLToPath(new URL('../../src/entry/proxies/nginx.conf', import.meta.url));

/** nginx with the configuration that the README shows, on free ports of this machine. */
export interface Nginx {
	/** Where it speaks TLS, and where it does not. */
	url: string;
	plainUrl: string;
	start: (nodes: readonly string[]) => Promise<void>;
	stop: () => Promise<void>;
}

/** Whether there is what it takes; prints what is missing. */
export function hasNginx(): boolean {
	const missing = ['nginx', 'openssl'].find((tool) => spawnSync(tool, ['-v']).error !== undefined);
	if (missing) console.log(`skipped: no ${missing}`);
	return !missing;
}

export async function prepareNginx(): Promise<Nginx> {
	const folder = mkdtempSync(path.join(tmpdir(), 'nginx-'));
	const [port, plainPort] = [await freePort(), await freePort()];
	const stops: (() => Promise<void>)[] = [];
	return {
		url: `https://localhost:${port}`,
		plainUrl: `http://localhost:${plainPort}`,
		start: async (nodes) => {
			certify(folder);
			const site = siteOf(folder, nodes, { port, plainPort });
			const file = path.join(folder, 'main.conf');
			writeFileSync(
				file,
				`daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr warn;
				events {} http { access_log off; ${bodies(folder)} ${site} }`
			);
			const child = spawn('nginx', ['-e', 'stderr', '-p', folder, '-c', file], {
				stdio: ['ignore', 'ignore', 'inherit']
			});
			stops.push(async () => {
				const exit = once(child, 'exit');
				if (child.exitCode === null && child.kill('SIGQUIT')) await exit;
			});
		},
		stop: async () => {
			for (const stop of stops) await stop();
			rmSync(folder, { recursive: true });
		}
	};
}

/** The file of the README, with this test's name, ports, nodes and certificate. */
function siteOf(
	folder: string,
	nodes: readonly string[],
	{ port, plainPort }: { port: number; plainPort: number }
): string {
	const replacements: [string, string][] = [
		...nodes.map((url, index) => [`127.0.0.1:300${index + 1}`, new URL(url).host] as [string, string]),
		['listen 80;', `listen 127.0.0.1:${plainPort};`],
		['listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`],
		['/etc/ssl/board.example.com', folder],
		['https://$http_host', `https://localhost:${port}`],
		['server_name board.example.com', 'server_name localhost']
	];
	return replacements.reduce(
		(text, [from, to]) => {
			if (!text.includes(from)) throw new Error(`The configuration does not hold ${from}`);
			return text.replaceAll(from, to);
		},
		readFileSync(CONFIGURATION, 'utf8')
	);
}

/** Where nginx keeps what is under way, if it may not write where Debian has it. */
function bodies(folder: string): string {
	const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
	return kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ');
}

function certify(folder: string): void {
	const files = ['-keyout', `${folder}/privkey.pem`, '-out', `${folder}/fullchain.pem`];
	const options = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
	const { status, stderr } = spawnSync('openssl', [...options, ...files], { encoding: 'utf8' });
	if (status !== 0) throw new Error(stderr);
}

async function freePort(): Promise<number> {
	const probe = createServer();
	await once(probe.listen(0, '127.0.0.1'), 'listening');
	const { port } = probe.address() as AddressInfo;
	await new Promise((resolve) => probe.close(resolve));
	return port;
}
