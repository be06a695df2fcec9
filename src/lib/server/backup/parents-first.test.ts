import { expect, test } from 'vitest';
import { parentsFirst } from './database-tables.ts';

const table = (name: string, ...parents: string[]) => ({ name, parents });

test('[B7] a table stands behind those that it refers to', () => {
	const tables = [table('attachments', 'jobs'), table('codes'), table('jobs', 'people', 'shops')];
	const names = parentsFirst([...tables, table('people', 'shops'), table('shops')]).map(({ name }) => name);
	expect(names).toEqual(['codes', 'shops', 'people', 'jobs', 'attachments']);
});

test('a table that is not ours is nobody’s hindrance', () => {
	expect(parentsFirst([table('jobs', 'elsewhere')])).toHaveLength(1);
});

test('two that refer to each other are not put in an order', () => {
	expect(() => parentsFirst([table('hen', 'egg'), table('egg', 'hen')])).toThrow(/order/);
});
