import { expect, test } from 'vitest';
import { layoutFaults } from './check-layout.ts';

const WHOLE = [
	...[
		'.ci/run',
		'drizzle/a',
		'src/a.ts',
		'static/a',
		'tests/a.ts',
		'LICENSE',
		'README.md',
		'eslint.config.js'
	],
	...[
		'package-lock.json',
		'package.json',
		'svelte.config.js',
		'tsconfig.json',
		'vite.config.ts',
		'.gitignore'
	]
];

test('the agreed layout has no faults', () => {
	expect(layoutFaults(WHOLE, () => 'one line\n')).toEqual([]);
});

test('a stranger, a missing file and a file over 300 lines are each named', () => {
	const files = [...WHOLE.filter((file) => file !== 'LICENSE'), 'scripts/a.sh'];
	const faults = layoutFaults(files, (file) => '\n'.repeat(file === 'src/a.ts' ? 301 : 300));
	expect(faults).toEqual([
		'scripts does not belong at the top level',
		'LICENSE is missing at the top level',
		'src/a.ts has 301 lines; 300 is the most'
	]);
});
