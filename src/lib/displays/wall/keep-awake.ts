import { playSilence } from './silent-video.ts';

/**
 * D2: keeps the screen on until the answer is called. The browser gives a lock back whenever the page is out of sight,
 * so it is asked for again. Browsers lend none to a page without TLS, as most shops' own servers are, nor when they save
 * power: a video that nobody sees does it then. What neither keeps awake, a television's own timer for instance, is for
 * the device's settings; nothing is said about it here, where nobody could act.
 */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | null = null;
	let stopVideo: (() => void) | null = null;
	let isOver = false;
	const take = async () => {
		if (isOver || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
		try {
			lock = await navigator.wakeLock.request('screen');
			stopVideo?.();
			stopVideo = null;
			if (isOver) await lock.release();
		} catch {
			if (!isOver) stopVideo ??= playSilence();
		}
	};
	const retake = () => void take();
	retake();
	document.addEventListener('visibilitychange', retake);
	return () => {
		isOver = true;
		document.removeEventListener('visibilitychange', retake);
		stopVideo?.();
		void lock?.release().catch(() => undefined);
	};
}
