import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** One forbidden direction of architecture.md, with the reason a person reads when they meet it. */
const forbid = (group, message) => ({
	'no-restricted-imports': ['error', { patterns: [{ group, message }] }]
});

export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'.data/',
			'src/lib/paraglide/',
			'test-results/',
			'playwright-report/',
			'static/'
		]
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser, Temporal: 'readonly' } },
		rules: {
			'no-undef': 'off',
			eqeqeq: 'error',
			'no-console': 'off',
			'max-lines': ['error', { max: 300 }],
			'no-restricted-syntax': [
				'error',
				{
					selector:
						"CallExpression[callee.object.name='sql'][callee.property.name=/^(raw|identifier)$/]",
					message: 'Identifiers are never built from input: name the column.'
				},
				{
					selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
					message: 'The clock is lib/server/clock.ts; in lib/domain it is a parameter.'
				}
			],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			],
			'@typescript-eslint/consistent-type-imports': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		},
		rules: {
			// Paraglide builds the addresses (localizeHref): SvelteKit's resolve() knows no language.
			'svelte/no-navigation-without-resolve': 'off',
			'svelte/no-at-html-tags': 'error'
		}
	},
	{
		files: ['src/lib/domain/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: forbid(
			[
				'$lib/*',
				'$app/*',
				'**/server/**',
				'**/paraglide/**',
				'svelte*',
				'@sveltejs/*',
				'node:*',
				'drizzle-orm*',
				'pg'
			],
			'lib/domain is pure: it imports lib/domain and valibot, nothing else.'
		)
	},
	{
		files: [
			'src/lib/components/**',
			'src/routes/**/*.svelte',
			'src/lib/client/**',
			'src/service-worker/**'
		],
		rules: forbid(
			['$lib/server/*', '**/server/**'],
			'What runs on the phone never imports lib/server.'
		)
	},
	{
		files: ['src/lib/server/**/*.ts'],
		ignores: ['src/lib/server/accounts/**', '**/*.test.ts'],
		rules: forbid(
			['lucia', '**/routes/**'],
			'Lucia stays behind lib/server/accounts; the server knows no route.'
		)
	}
);
