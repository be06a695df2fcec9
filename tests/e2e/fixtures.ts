import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type Browser, type ConsoleMessage, type Page } from '@playwright/test';
import type { AttachmentKind } from '#lib/attachments/attachment.ts';
import type { DisplaySettings } from '#lib/displays/display.ts';
import type { Status } from '#lib/jobs/status.ts';
import type { Role } from '#lib/people/actor.ts';
import { connect, type DatabaseClient } from '#lib/server/db/client.ts';
import { DISPLAY_COOKIE } from '#lib/server/http/display-cookie.ts';
import { SESSION_COOKIE } from '#lib/server/http/session-cookie.ts';
import { startSession } from '#lib/server/people/sessions.ts';
import { startApp, type RunningApp } from '#tests/support/app.ts';
import {
	buildDisplay,
	buildJob,
	buildPerson,
	buildShop,
	type JobParts,
	type Person
} from '#tests/support/factories.ts';
import { BoardPage } from './board-page.ts';

export { expect } from '@playwright/test';

type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

/** A fresh shop with an admin, Ana, and a salesperson, Ben, on the worker's running server. */
export interface TestShop {
	id: string;
	ana: Person;
	ben: Person;
	job: (job?: JobParts) => Promise<number>;
	person: (name: string, role: Role) => Promise<Person>;
	/** What happened to a job, in words of the log, oldest first. */
	history: (number: number) => Promise<string[]>;
}

/** A change by somebody at another screen, straight through the API. */
export interface Elsewhere {
	move: (number: number, from: Status, to: Status, more?: object) => Promise<void>;
	close: (number: number, reason?: string) => Promise<void>;
	pickUp: (number: number) => Promise<void>;
	attach: (number: number, kind: AttachmentKind, file: File) => Promise<void>;
}

export interface DisplayOptions {
	name?: string;
	settings?: Partial<DisplaySettings>;
	context?: ContextOptions;
}

/** Opens pages as a person of the shop. */
export interface Screens {
	/** A board in a browser context of its own, connected and live. */
	board: (person: Person, options?: ContextOptions) => Promise<BoardPage>;
	/** Any page of the shop, with its program running unless scripts are off. */
	page: (person: Person, path: string, options?: ContextOptions) => Promise<Page>;
	/** A page in a browser that nobody is known in. */
	stranger: (path: string, options?: ContextOptions) => Promise<Page>;
	/** A screen on the wall, paired, on `/display`. */
	display: (display?: DisplayOptions) => Promise<Page & { display: { id: string; token: string } }>;
	/** Another screen without a browser. */
	elsewhere: (person: Person) => Promise<Elsewhere>;
	/** From here on messages that match may stand in the console. */
	allow: (message: RegExp) => void;
}

export const test = base.extend<
	{ shop: TestShop; screens: Screens },
	{ app: RunningApp; database: DatabaseClient }
>({
	app: [
		async ({ browserName: _browserName }, use) => {
			const dataDir = mkdtempSync(path.join(tmpdir(), 'e2e-'));
			const app = await startApp({ env: { DATA_DIR: dataDir } });
			await use(app);
			await app.stop();
			rmSync(dataDir, { recursive: true, force: true });
		},
		{ scope: 'worker', timeout: 240_000 }
	],
	database: [
		async ({ app }, use) => {
			const database = connect(app.databaseUrl ?? '', { applicationName: 'e2e' });
			await use(database);
			await database.close();
		},
		{ scope: 'worker' }
	],
	shop: async ({ database: { sql } }, use) => {
		const id = await buildShop(sql, { name: 'Golden Hour' });
		const ana = await buildPerson(sql, id, { name: 'Ana Ruiz', role: 'admin' });
		const ben = await buildPerson(sql, id, { name: 'Ben Okafor', role: 'salesperson' });
		const person = (name: string, role: Role) => buildPerson(sql, id, { name, role });
		const history = async (number: number) => {
			const rows = await sql<{ kind: string }[]>`
				select kind from job_events where shop_id = ${id} and job_number = ${number} order by version`;
			return rows.map(({ kind }) => kind);
		};
		await use({ id, ana, ben, person, history, job: (job) => buildJob(sql, ana, job) });
	},
	screens: async ({ app, browser, database, shop }, use) => {
		const watch = new ConsoleWatch();
		const open = async (
			path: string,
			cookie: { name: string; value: string } | null,
			options: ContextOptions
		) => {
			const context = await browser.newContext({ baseURL: app.url, ...options });
			if (cookie) await context.addCookies([{ ...cookie, url: app.url }]);
			const opened = await context.newPage();
			watch.listen(opened);
			await opened.goto(path);
			if (options.javaScriptEnabled !== false) await isRunning(opened);
			return opened;
		};
		const page = async (person: Person, path: string, options: ContextOptions = {}) => {
			const { token } = await startSession(database, person, 'Test');
			return open(path, { name: SESSION_COOKIE, value: token }, options);
		};
		const display = async ({ context = {}, ...parts }: DisplayOptions = {}) => {
			const built = await buildDisplay(database.sql, shop.id, parts);
			const opened = await open('/display', { name: DISPLAY_COOKIE, value: built.token }, context);
			return Object.assign(opened, { display: built });
		};
		const stranger = (path: string, options: ContextOptions = {}) => open(path, null, options);
		const board = async (person: Person, options?: ContextOptions) => {
			const opened = new BoardPage(await page(person, '/work-orders', options));
			await opened.isLive();
			return opened;
		};
		const elsewhere = async (person: Person) => {
			const { token } = await startSession(database, person, 'Test');
			return elsewhereWith(app.url, token);
		};
		await use({ board, page, display, stranger, elsewhere, allow: (message) => watch.allowed.push(message) });
		for (const context of browser.contexts()) await context.close();
		watch.check();
	}
});

/** The page's program runs. Until then a page that the server has drawn hears no key, no paste and no drop. */
async function isRunning(page: Page): Promise<void> {
	await page.locator('[data-running]').waitFor({ state: 'attached' });
}

function elsewhereWith(url: string, token: string): Elsewhere {
	const send = async (path: string, body: BodyInit, headers: Record<string, string> = {}) => {
		const authorization = `Bearer ${token}`;
		const request = { method: 'POST', headers: { authorization, ...headers }, body };
		const response = await fetch(`${url}/api/v1/jobs/${path}`, request);
		if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
	};
	const post = (path: string, body: object) =>
		send(path, JSON.stringify({ mutationId: randomUUID(), ...body }), {
			'content-type': 'application/json'
		});
	return {
		move: (number, from, to, more = {}) => post(`${number}/moves`, { from, to, ...more }),
		close: (number, reason = 'Changed their mind') =>
			post(`${number}/close`, { outcome: 'cancelled', reason }),
		pickUp: (number) => post(`${number}/close`, { outcome: 'picked_up' }),
		attach: (number, kind, file) => {
			const form = new FormData();
			for (const [name, value] of Object.entries({ kind, mutationId: randomUUID(), file }))
				form.set(name, value);
			return send(`${number}/attachments`, form);
		}
	};
}

/** Fails a test whose pages wrote a warning or an error into the console. */
class ConsoleWatch {
	/**
	 * The browser reports every answer that refuses something, and a connection that a busy machine made too late; the test
	 * runner reports the worker that it blocks.
	 */
	allowed = [
		/status of (409|422)/,
		/closed before the connection is established/,
		/Service Worker registration blocked/
	];
	#seen: string[] = [];

	listen(page: Page): void {
		page.on('console', (message) => this.#note(message));
		page.on('pageerror', (error) => this.#seen.push(error.stack ?? error.message));
	}

	check(): void {
		const faults = this.#seen.filter((text) => !this.allowed.some((allowed) => allowed.test(text)));
		if (faults.length > 0) throw new Error(`In the console:\n${faults.join('\n')}`);
	}

	#note(message: ConsoleMessage): void {
		if (message.type() === 'warning' || message.type() === 'error') this.#seen.push(message.text());
	}
}
