/** Everything must be over before a service manager or a person loses patience, in milliseconds. */
const DEADLINE = 4700;
/** Ctrl-C under npm arrives twice: from the terminal and from npm. */
const ECHO = 500;

type Step = () => Promise<void>;

/**
 * From now on SIGINT and SIGTERM, and the end of the npm that started us, end the process: the steps that were added run, the last one first, and the exit code is 0.
 * A second signal, or a step that hangs, ends it at once; what runs beside us then ends by its own `exit` handler.
 */
export function handleSignals(): { add: (step: Step) => void } {
	const steps: Step[] = [];
	let begunAt: number | null = null;
	const begin = () => {
		if (begunAt !== null) return;
		begunAt = Date.now();
		setTimeout(() => process.exit(0), DEADLINE);
		void runAll(steps);
	};
	const onSignal = () => {
		if (begunAt !== null && Date.now() - begunAt > ECHO) process.exit(130);
		begin();
	};
	process.on('SIGINT', onSignal);
	process.on('SIGTERM', onSignal);
	if (process.env.npm_lifecycle_event) whenParentDies(begin);
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

async function runAll(steps: Step[]): Promise<void> {
	let code = 0;
	for (const step of steps) {
		try {
			await step();
		} catch (error) {
			console.error(error);
			code = 1;
		}
	}
	process.exit(code);
}
