import { expect, test } from 'vitest';
import { parseConfig } from './config.ts';

test('unset, the log suits where it goes, and the figures are for the machine itself', () => {
	expect(parseConfig({})).toMatchObject({ logLevel: undefined, metricsToken: null });
	expect(parseConfig({ LOG_LEVEL: '', METRICS_TOKEN: '' })).toMatchObject({
		logLevel: undefined,
		metricsToken: null
	});
});

test.each(['too-short', 'sixteen letters and a blank'])('a token that is none is named: %s', (token) => {
	expect(() => parseConfig({ METRICS_TOKEN: token })).toThrow(
		'METRICS_TOKEN must have at least 16 characters and no blank'
	);
});

test('a level that there is not is named', () => {
	expect(() => parseConfig({ LOG_LEVEL: 'loud' })).toThrow(/^LOG_LEVEL must be trace, debug/);
});

test.each([
	'ftp://x',
	'board.example.com',
	'https://board.example.com/path',
	'https://a:b@board.example.com',
	'https://x?y'
])('an address of the board that is more or less than one is named: %s', (ORIGIN) => {
	expect(() => parseConfig({ ORIGIN })).toThrow(/^ORIGIN must be http:.*without a path/);
});

test.each(['https://board.example.com', 'https://Board.example.com/', 'http://192.168.0.7:3000'])(
	'an address of the board: %s',
	(ORIGIN) => {
		expect(parseConfig({ ORIGIN }).origin).toBe(new URL(ORIGIN).origin);
	}
);

test.each(['nonsense', 'localhost:9000', 'ftp://x'])(
	'an address of no store has an example of its own: %s',
	(value) => {
		const S3 = { S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'k', S3_SECRET_ACCESS_KEY: 's' };
		expect(() => parseConfig({ ...S3, S3_ENDPOINT: value })).toThrow(
			/^S3_ENDPOINT must be .*s3\.example\.com/
		);
	}
);
