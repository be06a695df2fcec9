import type { Terminal } from '#lib/realtime/protocol.ts';

/** P4: everybody else who is connected, the longest first, once each: as the terminal that shows a job, where one does. */
export function othersHere(terminals: readonly Terminal[], me: string): Terminal[] {
	const others = new Map<string, Terminal>();
	for (const terminal of terminals) {
		const known = others.get(terminal.of);
		const isOther = terminal.kind === 'person' && terminal.of !== me;
		if (isOther && known?.looking === undefined) others.set(terminal.of, terminal);
	}
	return [...others.values()];
}

/** P4: the names of everybody else who has a job open. */
export function namesLookingAt(number: number, terminals: readonly Terminal[], me: string): string[] {
	const lookers = terminals.filter(({ looking, of }) => looking === number && of !== me);
	return [...new Map(lookers.map(({ of, name }) => [of, name])).values()];
}
