import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CONFIGURATIONS = fileURLToPath(new URL('../../src/entry/proxies', import.meta.url));

/** The proxies whose configuration the README shows, and what each needs here. */
const KINDS = {
	nginx: { file: 'nginx.conf', tools: ['nginx', 'openssl'], prepare: prepareNginx, end: 'SIGQUIT' },
	Caddy: { file: 'Caddyfile', tools: ['caddy'], prepare: prepareCaddy, end: 'SIGTERM' }
} as const;
export type ReverseProxyKind = keyof typeof KINDS;

/** A proxy with the configuration that the README shows, on free ports of this machine. */
export interface ReverseProxy {
	/** Where it speaks TLS, and where it does not. */
	url: string;
	plainUrl: string;
	start: (nodes: readonly string[]) => void;
	stop: () => Promise<void>;
}

/** Where a proxy is to listen, and what it may write to. */
interface Place {
	folder: string;
	port: number;
	plainPort: number;
}

/** How a proxy is started on its configuration, which is fitted to this machine. */
interface Command {
	program: string;
	args: string[];
	env?: NodeJS.ProcessEnv;
}

/** Whether there is what it takes; prints what is missing. */
export function hasProxy(kind: ReverseProxyKind): boolean {
	const missing = KINDS[kind].tools.find((tool) => spawnSync(tool, ['-v']).error !== undefined);
	if (missing) console.log(`skipped: no ${missing}`);
	return !missing;
}

export async function prepareProxy(kind: ReverseProxyKind): Promise<ReverseProxy> {
	const { file, prepare, end } = KINDS[kind];
	const folder = mkdtempSync(path.join(tmpdir(), `${kind.toLowerCase()}-`));
	// Workers of nginx are somebody else when it is started by root.
	chmodSync(folder, 0o711);
	const place = { folder, port: await freePort(), plainPort: await freePort() };
	const stops: (() => Promise<void>)[] = [];
	return {
		url: `https://localhost:${place.port}`,
		plainUrl: `http://localhost:${place.plainPort}`,
		start: (nodes) => {
			const shown = readFileSync(path.join(CONFIGURATIONS, file), 'utf8');
			const hosts = nodes.map((url, index): [string, string] => [
				`127.0.0.1:300${index + 1}`,
				new URL(url).host
			]);
			const { program, args, env } = prepare(replaceAll(shown, hosts), place);
			const child = spawn(program, args, {
				stdio: ['ignore', 'ignore', 'inherit'],
				env: { ...process.env, ...env }
			});
			stops.push(async () => {
				const exit = once(child, 'exit');
				if (child.exitCode === null && child.kill(end)) await exit;
			});
		},
		stop: async () => {
			for (const stop of stops) await stop();
			rmSync(folder, { recursive: true });
		}
	};
}

function prepareNginx(shown: string, { folder, port, plainPort }: Place): Command {
	certify(folder);
	const site = replaceAll(shown, [
		['listen 80;', `listen 127.0.0.1:${plainPort};`],
		['listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`],
		['/etc/ssl/board.example.com', folder],
		['https://$http_host', `https://localhost:${port}`],
		['server_name board.example.com', 'server_name localhost']
	]);
	const file = path.join(folder, 'main.conf');
	writeFileSync(
		file,
		`daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr crit;
		events {} http { access_log off; ${bodies(folder)} ${site} }`
	);
	return { program: 'nginx', args: ['-e', 'stderr', '-p', folder, '-c', file] };
}

/** Its own authority signs for this machine, and is shown to nobody. */
function prepareCaddy(shown: string, { folder, port, plainPort }: Place): Command {
	const site = replaceAll(shown, [['\nboard.example.com {', `\nlocalhost:${port} {\n\ttls internal`]]);
	const file = path.join(folder, 'Caddyfile');
	const ports = `http_port ${plainPort}\n\thttps_port ${port}`;
	const options = `admin off\n\tskip_install_trust\n\t${ports}`;
	writeFileSync(file, `{\n\t${options}\n\tlog {\n\t\tlevel ERROR\n\t}\n}\n${site}`);
	const env = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
	return { program: 'caddy', args: ['run', '--adapter', 'caddyfile', '--config', file], env };
}

/** Throws when the configuration does not hold what is to be fitted. */
function replaceAll(text: string, replacements: readonly [string, string][]): string {
	return replacements.reduce((fitted, [from, to]) => {
		if (!fitted.includes(from)) throw new Error(`The configuration does not hold ${from}`);
		return fitted.replaceAll(from, to);
	}, text);
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
