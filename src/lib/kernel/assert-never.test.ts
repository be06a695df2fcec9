import { expect, it } from 'vitest';
import { assertNever } from './assert-never.ts';

it('a case that the compiler could not see names itself', () => {
	expect(() => assertNever({ kind: 'melted' } as never)).toThrow('Unexpected case: {"kind":"melted"}');
});
