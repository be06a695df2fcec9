/** The ink of a line of letters, tails and all, and not the line that it stands in. */
interface Ink {
	words: string;
	of: Element;
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/**
 * Runs in a page: what touches inside of these boxes. A chip touches lettering that is not its own, or the edge of the
 * box, or does not hold its own letters; one line of letters touches another.
 */
export function letteringFaults({ boxes, chips }: { boxes: string; chips: string }): string[] {
	/** Pixels between two things that do not touch: less is drawn as one, and less than that nobody sees stand out. */
	const GAP = 0.5;
	const pen = document.createElement('canvas').getContext('2d');

	function inkOf(text: Text): Ink[] {
		const of = text.parentElement;
		const words = text.data.trim();
		if (!of || !pen || !words || of.closest('.visually-hidden')) return [];
		const { fontWeight, fontSize, fontFamily } = getComputedStyle(of);
		pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
		const ink = pen.measureText(words);
		const range = document.createRange();
		range.selectNodeContents(text);
		const seen = of.getBoundingClientRect();
		const lines = [...range.getClientRects()].map((line) => {
			const baseline = line.top + Math.round(ink.fontBoundingBoxAscent);
			const [left, right] = [Math.max(line.left, seen.left), Math.min(line.right, seen.right)];
			const [top, bottom] = [baseline - ink.actualBoundingBoxAscent, baseline + ink.actualBoundingBoxDescent];
			return { words, of, left, right, top, bottom };
		});
		// A title of two lines may have a third, which is cut away below them.
		return lines.filter(({ top }) => top < seen.bottom);
	}

	function inkIn(box: Element): Ink[] {
		const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
		const found: Ink[] = [];
		while (walker.nextNode()) found.push(...inkOf(walker.currentNode as Text));
		return found;
	}

	type Place = Pick<Ink, 'left' | 'right' | 'top' | 'bottom'>;
	const meet = (one: Place, other: Place) =>
		one.right > other.left + GAP &&
		one.left < other.right - GAP &&
		one.bottom > other.top - GAP &&
		one.top < other.bottom + GAP;

	function faultsOf(chip: Element, edge: DOMRect, lettering: Ink[]): string[] {
		const place = chip.getBoundingClientRect();
		const isOnEdge = place.top < edge.top + GAP || place.bottom > edge.bottom - GAP;
		const own = lettering.filter(({ of }) => chip.contains(of));
		const isTight = own.some(({ top, bottom }) => top < place.top - GAP || bottom > place.bottom + GAP);
		const others = lettering.filter(({ of }) => !chip.contains(of));
		return [
			...(isOnEdge ? ['stands on the edge'] : []),
			...(isTight ? ['does not hold its letters'] : []),
			...others.filter((ink) => meet(ink, place)).map(({ words }) => `touches “${words}”`)
		].map((what) => `${chip.textContent} ${what}`);
	}

	return [...document.querySelectorAll(boxes)].flatMap((box) => {
		const edge = box.getBoundingClientRect();
		const lettering = inkIn(box);
		const crossed = lettering.flatMap((ink, at) =>
			lettering
				.slice(at + 1)
				.flatMap((other) =>
					ink.of !== other.of && meet(ink, other) ? [`“${ink.words}” touches “${other.words}”`] : []
				)
		);
		return [
			...crossed,
			...[...box.querySelectorAll(chips)].flatMap((chip) => faultsOf(chip, edge, lettering))
		];
	});
}
