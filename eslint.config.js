import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const PURE_FOLDERS =
	'kernel,jobs,board,finding,people,contacts,attachments,displays,dashboard,import,audit,settings,notifications,keyboard,offline';
const TESTS = ['**/*.test.ts', 'tests/**'];

const parents = {
	group: ['../*', '..'],
	message: 'Import from another folder as #lib/…, #entry/… or #tests/….'
};
const oldAlias = { group: ['$lib', '$lib/*'], message: 'Write #lib/… with the extension.' };
const server = {
	group: ['#lib/server/*'],
	message: 'The server is not for the browser: pass its data through a load function.'
};
const world = {
	group: [
		'svelte',
		'svelte/*',
		'@sveltejs/*',
		'$app/*',
		'$env/*',
		'node:*',
		'drizzle-orm',
		'drizzle-orm/*',
		'postgres',
		'socket.io*'
	],
	message: 'A pure rule knows no framework, database or machine: take what you need as an argument.'
};
const features = {
	regex: '^#lib/(?!kernel/)',
	message: 'The kernel knows no domain word: it imports nothing but itself.'
};

/**
 * @param {{ group?: string[], regex?: string, message: string }[]} patterns
 * @returns {import('eslint').Linter.RulesRecord}
 */
function restrict(...patterns) {
	return { 'no-restricted-imports': ['error', { patterns }] };
}

/** What makes a rule give two answers to one question. */
const impurities = [
	["NewExpression[callee.name='Date'][arguments.length=0]", 'Take the time as an argument.'],
	["CallExpression[callee.object.name='Date'][callee.property.name='now']", 'Take the time as an argument.'],
	["CallExpression[callee.object.name='Math'][callee.property.name='random']", 'Take chance as an argument.'],
	["MemberExpression[object.name='process']", 'Take settings as an argument.']
].map(([selector, message]) => ({ selector, message }));

export default ts.config(
	{
		ignores: [
			'node_modules/',
			'.svelte-kit/',
			'build/',
			'.data/',
			'test-results/',
			'playwright-report/',
			'drizzle/migrations/'
		]
	},
	js.configs.recommended,
	ts.configs.strict,
	ts.configs.stylistic,
	svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: true,
				tsconfigRootDir: import.meta.dirname,
				extraFileExtensions: ['.svelte']
			}
		},
		linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
		rules: {
			'no-undef': 'off',
			// Rules for typed text name control characters on purpose.
			'no-control-regex': 'off',
			'no-warning-comments': 'error',
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'max-lines': ['error', 300],
			'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			],
			'@typescript-eslint/consistent-type-definitions': 'off',
			...restrict(parents, oldAlias)
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.test.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			// A $props() destructuring needs `let` for what is bindable, and the whole pattern goes along.
			'prefer-const': 'off',
			'svelte/prefer-const': ['error', { destructuring: 'all' }],
			// There is no base path: the board lives at the root of its address.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['src/**/*.{ts,js,svelte}'],
		ignores: [
			'src/lib/server/**',
			'src/entry/**',
			'src/hooks.server.ts',
			'src/routes/**/*.server.ts',
			'src/routes/**/+server.ts',
			...TESTS
		],
		rules: restrict(parents, oldAlias, server)
	},
	{
		files: [`src/lib/{${PURE_FOLDERS}}/**/*.ts`],
		ignores: ['**/*.svelte.ts', ...TESTS],
		rules: { ...restrict(parents, oldAlias, server, world), 'no-restricted-syntax': ['error', ...impurities] }
	},
	{
		files: ['src/lib/kernel/**/*.ts'],
		ignores: TESTS,
		rules: restrict(parents, oldAlias, server, world, features)
	},
	{ files: ['src/lib/**', 'src/routes/**', 'src/hooks.*.ts'], rules: { 'no-console': 'error' } },
	{
		files: TESTS,
		rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' }
	},
	prettier,
	svelte.configs.prettier
);
