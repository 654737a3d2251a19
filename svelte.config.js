import { createHash } from 'node:crypto';
import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { appearance } from './src/lib/client/appearance.js';
import { prerenderedPages } from './scripts/prerendered-pages.js';
import { styleName } from './scripts/style-names.js';

/** @type {`sha256-${string}`} */
const appearanceHash = `sha256-${createHash('sha256').update(appearance).digest('base64')}`;

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { cssHash: styleName },
	kit: {
		adapter: adapter({ precompress: true }),
		// The worker is registered by a small script of ours through workbox-window (src/lib/client).
		serviceWorker: { register: false },
		// Named one by one, in each language: following their links would build the whole site.
		prerender: { crawl: false, entries: prerenderedPages() },
		// Forms of other sites are refused. The phone's share has no origin: lib/server/hooks/same-origin.ts sorts it out.
		csrf: { trustedOrigins: ['null'] },
		csp: {
			// Nothing of a page has a nonce: what SvelteKit would write into it is not written (scripts/unhydrated.ts).
			mode: 'hash',
			directives: {
				// Scripts of workers, what scripts fetch, faces and the manifest are under it as well.
				'default-src': ['self'],
				'script-src': ['self', appearanceHash],
				'style-src': ['self', 'unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		typescript: {
			config: (config) => {
				config.include = [
					...config.include,
					'../drizzle/**/*.ts',
					'../scripts/**/*.ts',
					'../tests/**/*.ts',
					'../*.config.ts'
				];
				return config;
			}
		}
	}
};
