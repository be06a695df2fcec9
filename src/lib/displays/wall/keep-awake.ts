import { playSilence } from './silent-video.ts';

/**
 * D2: keeps the screen on until the answer is called. The browser takes its lock back when the page is out of sight, and
 * when it pleases, so it is asked for again. It lends none to a page without TLS, as most shops' own servers are, nor
 * while it saves power: a video that nobody sees does it then. What neither keeps awake, a television's own timer for
 * instance, is for the device's settings; nothing is said about it here, where nobody could act.
 */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | null = null;
	let stopVideo: (() => void) | null = null;
	let isOver = false;
	let isAsking = false;
	const isHeld = () => isAsking || lock?.released === false;
	const take = async () => {
		if (isOver || isHeld() || document.visibilityState !== 'visible') return;
		isAsking = true;
		try {
			lock = await navigator.wakeLock.request('screen');
			lock.addEventListener('release', retake, { once: true });
			stopVideo?.();
			stopVideo = null;
			if (isOver) await lock.release();
		} catch {
			if (!isOver) stopVideo ??= playSilence();
		} finally {
			isAsking = false;
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
