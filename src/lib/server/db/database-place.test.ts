import { expect, test } from 'vitest';
import { placeOf } from './database-place.ts';

test.each([
	['postgres://board:secret@db.example.com:5433/board', 'db.example.com:5433', false],
	['postgresql://db.example.com/board', 'db.example.com', false],
	['postgres://u:p@[::1]:5432/db?sslmode=require', '[::1]:5432', false],
	['postgres://u:p@one:1,two:2/db', 'one:1,two:2', false],
	['postgres://u:p@/db?host=/run/postgresql', '', false],
	['postgres://u:secret', '', false],
	['postgres://u:p@ss/word@host/db', 'host', true],
	['postgres://u:p@ss@host/db', 'host', true],
	['postgres://u:p/ss@host/db', 'host', true],
	['postgres://u:p#ss@host:5432/db', 'host:5432', true]
])('%s', (address, host, isAmbiguous) => {
	expect(placeOf(address)).toEqual({ host, isAmbiguous });
});
