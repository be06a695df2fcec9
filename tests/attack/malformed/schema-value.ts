import { randomUUID } from 'node:crypto';
import type { Random } from '#tests/simulation/random.ts';

/** What the OpenAPI document says of a value. */
export interface JsonSchema {
	type?: string | string[];
	enum?: unknown[];
	const?: unknown;
	anyOf?: JsonSchema[];
	allOf?: JsonSchema[];
	properties?: Record<string, JsonSchema>;
	required?: string[];
	items?: JsonSchema;
	format?: string;
	minimum?: number;
	maximum?: number;
	minLength?: number;
	maxLength?: number;
	pattern?: string;
}

/** Ids that there are, by which requests get past the first look. */
export interface KnownIds {
	numbers: readonly number[];
	ids: readonly string[];
}

/** A value that is right, as far as a schema says what is right; optional fields come or do not. */
export function valueOf(schema: JsonSchema, random: Random, known: KnownIds, name = ''): unknown {
	if (schema.const !== undefined) return schema.const;
	if (schema.enum) return random.pick(schema.enum);
	const choices = schema.anyOf ?? schema.allOf;
	if (choices) return valueOf(random.pick(choices), random, known, name);
	switch (Array.isArray(schema.type) ? random.pick(schema.type) : schema.type) {
		case 'object':
			return objectOf(schema, random, known);
		case 'array':
			return Array.from({ length: random.between(0, 3) }, () => valueOf(schema.items ?? {}, random, known));
		case 'number':
		case 'integer':
			return numberOf(schema, random, known);
		case 'boolean':
			return random.chance(0.5);
		case 'null':
			return null;
		default:
			return textOf(schema, random, known, name);
	}
}

function objectOf({ properties = {}, required = [] }: JsonSchema, random: Random, known: KnownIds): object {
	const entries = Object.entries(properties)
		.filter(([name]) => required.includes(name) || random.chance(0.4))
		.map(([name, schema]) => [name, valueOf(schema, random, known, name)]);
	return Object.fromEntries(entries) as object;
}

function numberOf({ minimum = 1, maximum = 50 }: JsonSchema, random: Random, known: KnownIds): number {
	return random.chance(0.3)
		? random.pick(known.numbers)
		: random.between(minimum, Math.min(maximum, minimum + 50));
}

function textOf({ format, pattern }: JsonSchema, random: Random, known: KnownIds, name: string): string {
	if (format === 'uuid' || name === 'mutationId') return randomUUID();
	if (/id$/i.test(name) || pattern) return random.pick(known.ids);
	if (/On$|until/.test(name))
		return `20${random.between(27, 40)}-0${random.between(1, 9)}-1${random.between(0, 9)}`;
	if (/email/i.test(name)) return `${randomUUID()}@example.test`;
	if (name === 'password') return 'long enough to be one';
	return random.pick(['Band', 'Signet ring', 'Maria', 'Bench 2', '12', 'UTC']);
}
