import { fieldOf, type Sort } from '#lib/finding/sorts.ts';

/** The orders whose keys are text; the keys of all others are whole numbers. */
export function hasTextKey(sort: Sort): boolean {
	return ['customer', 'salesperson'].includes(fieldOf(sort));
}

/** Whether a cursor's key can be one of this order, so that it may go to the database. */
export function isKeyOf(sort: Sort, key: string): boolean {
	if (!hasTextKey(sort)) return /^-?\d{1,16}$/.test(key);
	return key.length <= 1000 && !/[\u0000\p{Cs}]/u.test(key);
}
