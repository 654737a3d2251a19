import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { paraglideOptions } from './scripts/paraglide-options.ts';
import { unhydrated } from './scripts/unhydrated.ts';

const assets = '_app/immutable/assets/[name].[hash].js';

/**
 * Scripts of ours that pages load by `import x from './x.ts?worker&url'`: each is bundled with what it imports, and
 * split where it imports later. They go where SvelteKit looks for files to serve when it makes no bundle of its own.
 */
const clientScripts: Plugin = {
	name: 'client-scripts',
	enforce: 'post',
	config: () => ({
		worker: {
			format: 'es',
			rollupOptions: { output: { entryFileNames: assets, chunkFileNames: assets } }
		}
	})
};

export default defineConfig({
	plugins: [paraglideVitePlugin(paraglideOptions), sveltekit(), clientScripts, unhydrated],
	test: {
		// A test that asserts nothing proves nothing, so it fails.
		expect: { requireAssertions: true },
		// Without it a process is in production, and asks for its secrets.
		env: { GUICHET_MODE: 'test' },
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/*.test.ts', 'scripts/**/*.test.ts'],
					// No test is about time: a machine with other work is no failure.
					testTimeout: 180_000
				}
			},
			{
				extends: true,
				test: {
					name: 'integration',
					environment: 'node',
					include: ['tests/integration/**/*.test.ts'],
					globalSetup: ['tests/support/database.global.ts', 'tests/support/clamav.global.ts'],
					testTimeout: 180_000,
					// Before some of them the whole demonstration is made.
					hookTimeout: 300_000
				}
			}
		]
	}
});
