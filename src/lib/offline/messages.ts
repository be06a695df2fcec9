export const LAST_BOARD = 'The last board';
export const READING = 'No connection. Looking for the last board…';
export const NOTHING_KEPT = 'No connection';
export const NOTHING_KEPT_HINT =
	'No board is kept on this device. This page goes on by itself once the connection is back.';
export const SEARCH = 'Search number, customer, title';

/** D4: `when` is a time, or a day and a time. */
export const asOfOffline = (when: string) => `As of ${when}, no connection`;
export const READ_ONLY = 'To read only, until the connection is back.';
