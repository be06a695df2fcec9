import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { folderStore } from '#lib/server/attachments/folder-store.ts';
import type { ObjectStore } from '#lib/server/attachments/object-store.ts';
import { keysIn } from '#tests/support/stores.ts';
import { startApi, type ApiClient, type Answer } from './api-client.ts';

export interface UploadApi {
	api: ApiClient;
	store: ObjectStore;
	/** Sends a form as a browser does; parts that are bytes go as files. */
	upload: (number: number, parts: UploadParts, token?: string | null) => Promise<Answer>;
	/** Fetches below `/api/v1`. */
	fetch: (address: string, init?: RequestInit, token?: string | null) => Promise<Response>;
	/** The keys of all objects in the store. */
	objects: () => Promise<string[]>;
	stop: () => Promise<void>;
}

export type UploadParts = Record<string, string | Uint8Array | { name: string; bytes: Uint8Array }>;

/** The production server with a data folder of its own. */
export async function startUploadApi(): Promise<UploadApi> {
	const dataDir = mkdtempSync(path.join(tmpdir(), 'uploads-'));
	const store = folderStore(path.join(dataDir, 'files'));
	const api = await startApi({ DATA_DIR: dataDir });
	const send = (address: string, init: RequestInit = {}, token: string | null = api.token) =>
		fetch(`${api.app.url}/api/v1${address}`, {
			...init,
			headers: {
				...(token && { authorization: `Bearer ${token}` }),
				...(init.headers as Record<string, string>)
			}
		});
	return {
		api,
		store,
		fetch: send,
		upload: async (number, parts, token) => {
			const init = { method: 'POST', body: formOf(parts) };
			return answerOf(await send(`/jobs/${number}/attachments`, init, token));
		},
		objects: () => keysIn(store, 'shops/'),
		stop: async () => {
			await api.stop();
			rmSync(dataDir, { recursive: true });
		}
	};
}

export function formOf(parts: UploadParts): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(parts)) {
		if (typeof value === 'string') form.append(name, value);
		else if (value instanceof Uint8Array) form.append(name, fileOf(value, 'ring.png'));
		else form.append(name, fileOf(value.bytes, value.name));
	}
	return form;
}

export async function answerOf(response: Response): Promise<Answer> {
	const text = await response.text();
	return {
		status: response.status,
		type: response.headers.get('content-type'),
		headers: response.headers,
		body: text ? (JSON.parse(text) as Record<string, unknown>) : {}
	};
}

/** The type that a browser would guess from the name says nothing here: the server looks at the bytes. */
function fileOf(bytes: Uint8Array, name: string): File {
	return new File([new Uint8Array(bytes)], name, { type: 'image/png' });
}
