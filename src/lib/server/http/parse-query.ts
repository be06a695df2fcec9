import type * as v from 'valibot';
import { parseInput } from './parse-input.ts';

/** The query of an address, parsed by a schema; throws `input.invalid`. A name that comes twice counts once, the last. */
export function parseQuery<Schema extends v.GenericSchema>(schema: Schema, url: URL): v.InferOutput<Schema> {
	return parseInput(schema, Object.fromEntries(url.searchParams));
}
