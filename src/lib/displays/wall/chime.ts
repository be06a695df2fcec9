/** Two soft notes, a fourth apart: hertz, and seconds from the start. */
const NOTES = [
	{ pitch: 880, at: 0 },
	{ pitch: 1175, at: 0.16 }
];
const LOUDNESS = 0.12;
const FADES_S = 0.9;

/** How long sound may take to start, in milliseconds: later it would be about nothing. */
const PROMPT_MS = 500;

/**
 * The tone for a job that is ready. A browser that lets no page sound before somebody has touched it keeps silent, and
 * so does this.
 */
export class Chime {
	#audio: AudioContext | null = null;
	#opening: Promise<unknown> = Promise.resolve();

	async ring(): Promise<void> {
		try {
			const audio = (this.#audio ??= this.#open());
			await Promise.race([this.#opening, new Promise((resolve) => setTimeout(resolve, PROMPT_MS))]);
			if (audio.state !== 'running') return;
			for (const { pitch, at } of NOTES) strike(audio, pitch, audio.currentTime + at);
		} catch {
			// No sound card, or no permission: the wall is to be seen.
		}
	}

	/** Asked to play once: each asking that is never answered would be kept for weeks. */
	#open(): AudioContext {
		const audio = new AudioContext();
		this.#opening = audio.resume();
		return audio;
	}

	async close(): Promise<void> {
		await this.#audio?.close().catch(() => undefined);
		this.#audio = null;
	}
}

function strike(audio: AudioContext, pitch: number, at: number): void {
	const tone = new OscillatorNode(audio, { frequency: pitch });
	const loudness = new GainNode(audio, { gain: 0 });
	loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01);
	loudness.gain.exponentialRampToValueAtTime(0.0001, at + FADES_S);
	tone.connect(loudness).connect(audio.destination);
	tone.start(at);
	tone.stop(at + FADES_S);
}
