/**
 * How the process ends: `soon` when a person waits for it, `drained` when another one takes its place and people have to be
 * sent there first.
 */
export type Ending = 'soon' | 'drained';

/** Everything must be over before a person, or a service manager, loses patience, in milliseconds. */
const DEADLINE: Record<Ending, number> = { soon: 4700, drained: 9500 };
/** Ctrl-C under npm arrives twice: from the terminal and from npm. */
const ECHO = 500;

type Step = (ending: Ending) => Promise<void>;

/**
 * From now on SIGINT ends the process soon, and SIGTERM, like the end of the npm that started us, drains it: the steps that were
 * added run, the last one first, and the exit code is 0. A second signal, or a step that hangs, ends it at once; what runs
 * beside us then ends by its own `exit` handler.
 */
export function handleSignals(): { add: (step: Step) => void } {
	const steps: Step[] = [];
	let begunAt: number | null = null;
	const begin = (ending: Ending) => {
		if (begunAt !== null) return;
		begunAt = Date.now();
		setTimeout(() => process.exit(0), DEADLINE[ending]);
		void runAll(steps, ending);
	};
	const on = (ending: Ending) => () => {
		if (begunAt !== null && Date.now() - begunAt > ECHO) process.exit(130);
		begin(ending);
	};
	process.on('SIGINT', on('soon'));
	process.on('SIGTERM', on('drained'));
	if (process.env.npm_lifecycle_event) whenParentDies(() => begin('drained'));
	return { add: (step) => void steps.unshift(step) };
}

/** npm hands a SIGTERM to the shell between it and us; the shell dies of it and tells us nothing. */
function whenParentDies(react: () => void): void {
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid === parent) return;
		clearInterval(watch);
		react();
	}, 200);
	watch.unref();
}

async function runAll(steps: Step[], ending: Ending): Promise<void> {
	let code = 0;
	for (const step of steps) {
		try {
			await step(ending);
		} catch (error) {
			console.error(error);
			code = 1;
		}
	}
	process.exit(code);
}
