import type { Terminal } from '#lib/realtime/protocol.ts';

/** A terminal and the shop that it shows. */
export type Placed = readonly [shopId: string, terminal: Terminal];

/**
 * P4: the terminals of all nodes, each kept under the node that tells of it: who is not told of any more is gone with
 * that node. Times are milliseconds of one stopwatch.
 */
export class PresenceRoster {
	#nodes = new Map<string, { heardAt: number; terminals: Map<string, Placed> }>();
	#shops = new Map<string, Map<string, Terminal>>();

	/** A node that is there. Returns whether it was known. */
	hear(node: string, now: number): boolean {
		const known = this.#nodes.get(node);
		if (known) known.heardAt = now;
		else this.#nodes.set(node, { heardAt: now, terminals: new Map() });
		return known !== undefined;
	}

	/** A terminal is there, or says something else about itself. Its node must have been heard. */
	place(node: string, [shopId, terminal]: Placed): void {
		const { id } = terminal;
		this.#nodes.get(node)?.terminals.set(id, [shopId, terminal]);
		const shop = this.#shops.get(shopId) ?? new Map<string, Terminal>();
		this.#shops.set(shopId, shop.set(id, terminal));
	}

	/** A terminal of a node has gone. Returns the shop that it showed. */
	remove(node: string, id: string): string | null {
		const terminals = this.#nodes.get(node)?.terminals;
		const [shopId] = terminals?.get(id) ?? [];
		if (shopId === undefined) return null;
		terminals?.delete(id);
		const shop = this.#shops.get(shopId);
		shop?.delete(id);
		if (shop?.size === 0) this.#shops.delete(shopId);
		return shopId;
	}

	/** Everything of a node is gone. Returns the shops that it had terminals of. */
	forget(node: string): string[] {
		const shops = this.ofNode(node).map(([shopId, { id }]) => (this.remove(node, id), shopId));
		this.#nodes.delete(node);
		return [...new Set(shops)];
	}

	/** The nodes that have said nothing since `before`. */
	silentSince(before: number): string[] {
		return [...this.#nodes].filter(([, { heardAt }]) => heardAt < before).map(([node]) => node);
	}

	nodes(): string[] {
		return [...this.#nodes.keys()];
	}

	ofNode(node: string): Placed[] {
		return [...(this.#nodes.get(node)?.terminals.values() ?? [])];
	}

	/** C3: the terminals of one shop, the longest connected first. */
	ofShop(shopId: string): Terminal[] {
		return [...(this.#shops.get(shopId)?.values() ?? [])].sort(byArrival);
	}
}

function byArrival(a: Terminal, b: Terminal): number {
	return a.since === b.since ? compare(a.id, b.id) : compare(a.since, b.since);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
