import path from 'node:path';
import * as v from 'valibot';

/**
 * B4: what a backup is made of. A folder with
 * - `manifest.json`, which says when it was taken of what, and how much of everything there is;
 * - `rows/<table>.csv.gz`, a table each, with the names of its columns in the first line;
 * - `files/…`, the objects of the store under their keys;
 * - `SHA256SUMS` of all of that, as `sha256sum --check` reads it; it is written last;
 * - `README.txt`, for whoever finds it.
 */
export const MANIFEST = 'manifest.json';
export const SUMS = 'SHA256SUMS';
export const README = 'README.txt';
export const ROWS = 'rows';
export const FILES = 'files';

/** Raised when an older program could not read what a newer one writes. */
export const FORMAT_VERSION = 1;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const Manifest = v.object({
	format: v.literal('benchboard-backup'),
	formatVersion: count,
	/** The moment of the rows. */
	takenAt: v.string(),
	/** The same moment as PostgreSQL calls it: which transactions are in, by `pg_visible_in_snapshot`. */
	snapshot: v.string(),
	program: v.string(),
	postgres: v.string(),
	migration: v.object({ tag: v.string(), when: count }),
	shops: count,
	/** Those that others refer to stand before them. */
	tables: v.array(v.object({ name: v.string(), columns: v.array(v.string()), rows: count })),
	sequences: v.array(v.object({ name: v.string(), value: v.string(), isCalled: v.boolean() })),
	files: v.object({
		/** Whether only the rows were asked for. */
		leftOut: v.boolean(),
		count,
		bytes: count,
		/** Keys that rows name and the store did not have. */
		missing: v.array(v.string())
	})
});
export type Manifest = v.InferOutput<typeof Manifest>;
export type SavedTable = Manifest['tables'][number];
export type SavedSequence = Manifest['sequences'][number];

/** The name of a table's part, with `/` on every system. */
export function rowsOf(table: string): string {
	return `${ROWS}/${table}.csv.gz`;
}

/** The name of an object's part. */
export function fileOf(key: string): string {
	return `${FILES}/${key}`;
}

/** Where a part lies. */
export function placeOf(folder: string, name: string): string {
	return path.join(folder, ...name.split('/'));
}

/** What the backup says to somebody who has nothing but the backup. */
export const README_TEXT = `This folder is a backup of Benchboard, the job board of a jewelry shop.

npm run restore -- <this folder>   puts it into an empty installation of the same or a later version.

It can be read without the program:
manifest.json      when it was taken, and how much of everything there is
rows/*.csv.gz      the tables of the database: gzip, CSV as PostgreSQL's COPY writes it, UTF-8, column names first;
                   nothing between two commas is no value, "" is an empty text; times are UTC
files/             the files of jobs: shops/<shop>/jobs/<number>/<attachment>, as rows/attachments.csv.gz names them;
                   .thumbnail is the small picture, .cleaned the copy without metadata
SHA256SUMS         checked by: sha256sum --check SHA256SUMS
`;
