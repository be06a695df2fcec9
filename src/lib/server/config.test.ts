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
