import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Who the database server runs as; `null` means the one who started us. */
export type Account = { uid: number; gid: number } | null;

const USER = 'benchboard';

/** PostgreSQL refuses to run as root: root hands it to an unprivileged user, which is made when it is missing. */
export function unprivilegedAccount(): Account {
	if (process.getuid?.() !== 0) return null;
	return lookUp(USER) ?? create() ?? lookUp('nobody') ?? { uid: 65534, gid: 65534 };
}

function create(): Account {
	const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/var/lib/benchboard'];
	spawnSync('useradd', [...options, '--shell', '/usr/sbin/nologin', USER], { stdio: 'ignore' });
	return lookUp(USER);
}

function lookUp(name: string): Account {
	const line = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.find((entry) => entry.startsWith(`${name}:`));
	const [, , uid, gid] = line?.split(':') ?? [];
	return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}
