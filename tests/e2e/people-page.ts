import type { Browser, Page } from '@playwright/test';
import type { RunningApp } from '#tests/support/app.ts';
import type { Person } from '#tests/support/factories.ts';

/** Where the shop's people are looked after. */
export const PEOPLE = '/settings/people';

/** P3: what an admin decides is to be on open boards within two seconds of the answer. */
export const SOON = { timeout: 2_000 };

/** What stands in the console of a page whose session has ended, or whose link does not work. */
export const LOST = /WebSocket|Failed to load resource|status of (401|410)/;

/** A page of somebody who is signed in nowhere. */
export async function stranger(browser: Browser, app: RunningApp): Promise<Page> {
	return (await browser.newContext({ baseURL: app.url })).newPage();
}

export async function choose(page: Page, { name }: Person, what: string): Promise<void> {
	await page.getByRole('button', { name: `What to do: ${name}` }).click();
	await page.getByRole('menuitem', { name: what }).click();
}

/** The link that is shown once, in the dialog that hands it out. */
export async function handedLink(page: Page): Promise<string> {
	return page.getByLabel('Send this link').inputValue();
}

export async function invite(page: Page, name: string, role: string): Promise<string> {
	await page.getByRole('button', { name: 'Invite somebody' }).click();
	await page.getByLabel('Who is it for').fill(name);
	await page.getByLabel('Role').selectOption(role);
	await page.getByRole('button', { name: 'Make the link' }).click();
	return handedLink(page);
}
