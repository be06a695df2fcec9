import { beforeNavigate } from '$app/navigation';
import { FORM } from './contact-page-messages.ts';

/** Asks before a page is left with something that was typed and not saved. Call it while a component is made. */
export function guardTyped(isTyped: () => boolean): { letGo: () => void } {
	let isGuarded = true;
	beforeNavigate((navigation) => {
		if (!isGuarded || !isTyped()) return;
		// The browser asks by itself before the whole page goes.
		if (navigation.type === 'leave' || !confirm(FORM.leave)) navigation.cancel();
	});
	return { letGo: () => (isGuarded = false) };
}
