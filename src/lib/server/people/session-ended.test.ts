import { expect, test } from 'vitest';
import { decodeEndedSession, endSuffix } from './session-ended.ts';

test.each(['signed_out', 'removed'] as const)('[P3] %s is heard as it was announced', (reason) => {
	expect(decodeEndedSession(`shop:abc${endSuffix(reason)}`)).toEqual({ id: 'abc', reason });
});

test('what another program announces ends nothing that there is', () => {
	expect(decodeEndedSession('nonsense')).toEqual({ id: '', reason: 'signed_out' });
	expect(decodeEndedSession('shop:abc:melted')).toEqual({ id: 'abc', reason: 'signed_out' });
});
