import type { PresenceReport, Terminal } from '#lib/realtime/protocol.ts';

/** A terminal with what it has just reported; the same object when that is nothing new. */
export function withReport(terminal: Terminal, report: PresenceReport): Terminal {
	const { looking, dragging, ...rest } = terminal;
	const next = { looking: merged(looking, report.looking), dragging: merged(dragging, report.dragging) };
	if (next.looking === looking && next.dragging === dragging) return terminal;
	return {
		...rest,
		...(next.looking === undefined ? {} : { looking: next.looking }),
		...(next.dragging === undefined ? {} : { dragging: next.dragging })
	};
}

/** What is not mentioned stays; `null` ends it. */
function merged(known: number | undefined, told: number | null | undefined): number | undefined {
	return told === undefined ? known : (told ?? undefined);
}

/** How much one connection may report; what is more is not looked at. */
export class ReportGate {
	#reports: number;
	#windowMs: number;
	#used = 0;
	#endsAt = 0;

	constructor(reports: number, windowMs: number) {
		this.#reports = reports;
		this.#windowMs = windowMs;
	}

	/** Whether one more may pass, at a time in milliseconds. */
	passes(now: number): boolean {
		if (now >= this.#endsAt) [this.#used, this.#endsAt] = [0, now + this.#windowMs];
		return ++this.#used <= this.#reports;
	}
}
