import { knownIn, type Known } from './known-jobs.ts';
import { isAnyOn, settingsIn, type NoticeSettings } from './notice-settings.ts';

/**
 * What a person asked to be told, and what they know, is kept in the browser and not with the shop: permission is the
 * browser's, so what is asked for at the desk must not sound on the tablet at the bench, and what one browser has told
 * another has not. The person's id names the keys. It belongs to one shop.
 */
const settingsKey = (person: string) => `notices:${person}`;
const knownKey = (person: string) => `notices-known:${person}`;

/** Every page of this browser hears on it that somebody has asked for something else. */
const CHANNEL = 'notices';

export function readSettings(person: string): NoticeSettings {
	return settingsIn(localStorage.getItem(settingsKey(person)));
}

/** Keeps what was asked for. Whoever asks for nothing leaves nothing behind: begun anew, only what comes then is told. */
export function keepSettings(person: string, settings: NoticeSettings): void {
	if (isAnyOn(settings)) localStorage.setItem(settingsKey(person), JSON.stringify(settings));
	else for (const key of [settingsKey(person), knownKey(person)]) localStorage.removeItem(key);
	const channel = new BroadcastChannel(CHANNEL);
	channel.postMessage(person);
	channel.close();
}

/** Hears that somebody has asked for something else, on this page or on another, until the answer is called. */
export function onSettings(heard: () => void): () => void {
	const channel = new BroadcastChannel(CHANNEL);
	channel.onmessage = heard;
	return () => channel.close();
}

export function readKnown(person: string): Known | null {
	return knownIn(localStorage.getItem(knownKey(person)));
}

export function keepKnown(person: string, known: Known): void {
	localStorage.setItem(knownKey(person), JSON.stringify(known));
}
