import type { Page } from '@playwright/test';

/** How a page's frames came while something went on in it. */
export interface Frames {
	/** Milliseconds from each frame to the next. */
	gaps: number[];
	/** Milliseconds of the tasks that were longer than 50. */
	longTasks: number[];
}

interface Recording extends Frames {
	stop: () => void;
}

type Recorded = Window & { recording?: Recording };

/** Watches the frames of a page while the work is done. */
export async function watchFrames(page: Page, work: () => Promise<void>): Promise<Frames> {
	await page.evaluate(() => {
		const recording: Recording = { gaps: [], longTasks: [], stop: () => undefined };
		const tasks = new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) recording.longTasks.push(duration);
		});
		tasks.observe({ entryTypes: ['longtask'] });
		let last = performance.now();
		let frame = requestAnimationFrame(function note(now) {
			recording.gaps.push(now - last);
			last = now;
			frame = requestAnimationFrame(note);
		});
		recording.stop = () => {
			cancelAnimationFrame(frame);
			tasks.disconnect();
		};
		(window as Recorded).recording = recording;
	});
	await work();
	return page.evaluate(() => {
		const { recording } = window as Recorded;
		recording?.stop();
		const { gaps, longTasks } = recording ?? { gaps: [], longTasks: [] };
		// The first gap began before the watching.
		return { gaps: gaps.slice(1), longTasks };
	});
}
