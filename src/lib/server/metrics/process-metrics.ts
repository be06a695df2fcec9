import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client';
import { version } from '#package';

/** Tells of the process itself as well: its memory, processor time and event loop, and which version it is. Once a process. */
export function watchProcess(registry: Registry): void {
	collectDefaultMetrics({ register: registry });
	const build = new Gauge({
		name: 'benchboard_build_info',
		help: 'Always 1; the labels say what is running.',
		labelNames: ['version', 'node'],
		registers: [registry]
	});
	build.set({ version, node: process.versions.node }, 1);
}
