/** How often the picture is drawn anew, in milliseconds: a stream without frames counts as standing still. */
const FRAME_MS = 2_000;

/**
 * Plays two pixels that nobody sees. Chromium and Firefox keep the screen on for a video in sight, muted and however
 * small, if it plays a stream rather than a file; Safari does not. Returns what ends it; a browser that forbids it, or
 * cannot do it, is left alone.
 */
export function playSilence(): () => void {
	const canvas = Object.assign(document.createElement('canvas'), { width: 2, height: 2 });
	const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true });
	const pen = canvas.getContext('2d');
	if (!pen || !('captureStream' in canvas)) return () => undefined;
	const draw = () => pen.clearRect(0, 0, 2, 2);
	draw();
	video.srcObject = canvas.captureStream(1);
	video.setAttribute('aria-hidden', 'true');
	video.style.cssText = 'position:fixed;right:0;bottom:0;width:2px;height:2px;pointer-events:none';
	document.body.append(video);
	video.play().catch(() => undefined);
	const timer = setInterval(draw, FRAME_MS);
	return () => {
		clearInterval(timer);
		for (const track of (video.srcObject as MediaStream).getTracks()) track.stop();
		video.remove();
	};
}
