import type { Card } from './card.ts';

/** The board's one "Move to…" menu: for which card it is open, and where. */
export class CardMenu {
	at = $state.raw<{ number: number; anchor: HTMLElement } | null>(null);

	open = ({ number }: Pick<Card, 'number'>, anchor: HTMLElement): void => {
		this.at = { number, anchor };
	};

	close = (): void => {
		this.at = null;
	};
}
