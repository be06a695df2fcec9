import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A file system of its own that can be filled to the last byte. */
export interface SmallDisk {
	folder: string;
	/** Takes all the room that is left. */
	fill: () => void;
	/** Gives it back. */
	free: () => void;
	unmount: () => void;
}

/** Mounts one of so many MiB in memory, at a folder where given; `null`, and a printed reason, where that is not permitted. */
export function mountSmallDisk(
	mebibytes: number,
	folder = mkdtempSync(path.join(tmpdir(), 'small-disk-'))
): SmallDisk | null {
	mkdirSync(folder, { recursive: true });
	const options = `size=${mebibytes}m,mode=0711`;
	const { status, error, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], {
		encoding: 'utf8'
	});
	if (status !== 0) {
		rmSync(folder, { recursive: true });
		console.log(`skipped: no tmpfs can be mounted here (${error?.message ?? stderr.trim()})`);
		return null;
	}
	chmodSync(folder, 0o711);
	const ballast = path.join(folder, 'ballast');
	return {
		folder,
		fill: () => takeAll(ballast),
		free: () => rmSync(ballast, { force: true }),
		unmount: () => {
			spawnSync('umount', ['-l', folder]);
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

function takeAll(ballast: string): void {
	const file = openSync(ballast, 'a');
	try {
		for (let size = 1 << 20; size > 0;) if (!isWritten(file, size)) size >>= 1;
	} finally {
		closeSync(file);
	}
}

function isWritten(file: number, size: number): boolean {
	try {
		return writeSync(file, Buffer.alloc(size)) > 0;
	} catch {
		return false;
	}
}
