import * as v from 'valibot';
import { listQueryIn, listSearchOf } from './list-query.ts';

/** L1: the two ways to look at a shop's jobs. */
export const VIEWS = ['board', 'list'] as const;
export type View = (typeof VIEWS)[number];

/** L1: where a person left off. */
export interface Preferences {
	view: View;
	/** The query of the address, as the list writes it; empty without filters. */
	search: string;
}

export const FIRST_PREFERENCES: Preferences = { view: 'board', search: '' };

/** `PUT /api/v1/preferences`: of an address, only what is a filter or an order is kept. */
export const PreferencesInput = v.strictObject({
	view: v.picklist(VIEWS, 'Choose board or list.'),
	search: v.pipe(
		v.string('This must be the query of an address.'),
		v.maxLength(2000, 'This is too long for an address.'),
		v.regex(/^(\?[^\u0000\p{Cs}]*)?$/u, 'This must be the query of an address.'),
		v.transform((search) => listSearchOf(listQueryIn(new URLSearchParams(search))))
	)
});
