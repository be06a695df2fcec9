import { beforeNavigate, goto } from '$app/navigation';

/** Asks before a page is left with something that was typed and not saved. Make it while a component is made. */
export class TypedGuard {
	/** Goes where somebody wanted to, while they are being asked. */
	leave = $state.raw<(() => void) | null>(null);
	#isOff = false;

	constructor(isTyped: () => boolean) {
		beforeNavigate((navigation) => {
			if (this.#isOff || !isTyped()) return;
			navigation.cancel();
			// The browser asks by itself before the whole page goes.
			if (navigation.type === 'leave' || !navigation.to) return;
			const { url } = navigation.to;
			const delta = navigation.type === 'popstate' ? navigation.delta : 0;
			this.leave = () => (delta ? history.go(delta) : void goto(url));
		});
	}

	/** From here on nobody is asked. */
	letGo(): void {
		this.#isOff = true;
	}
}
