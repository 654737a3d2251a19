import { join } from 'node:path';
import { root } from '../../../scripts/root.ts';
import type { Recordings } from './ask-again.ts';
import type { Served } from './processes.ts';
import { startSvelteKit } from './other-sveltekit.ts';

/** Inside the project, so that its packages are found. */
const FOLDER = join(root, '.svelte-kit/smallest-page');

/**
 * The smallest SvelteKit pages there can be: one route that asks the database the same statements through `pg` and puts
 * the same text into the document, without script (`csr = false`); a page that asks nothing is a file, as a prerendered
 * one is. Built with the same SvelteKit and adapter, in a process of its own.
 */
export async function startSmallestPages(
	file: string,
	recordings: Recordings,
	databaseUrl: string
): Promise<Served> {
	return startSvelteKit(
		FOLDER,
		{ ...FILES, ...staticPages(recordings) },
		{
			RECORDINGS: file,
			RECORDED_DATABASE: databaseUrl
		}
	);
}

function staticPages(recordings: Recordings): Record<string, string> {
	const files = Object.entries(recordings).filter(([, { rounds }]) => rounds.length === 0);
	return Object.fromEntries(files.map(([name, { body }]) => [`static/${name}.html`, body]));
}

const FILES = {
	// What is a dependency stays outside the bundle, as in the application.
	'package.json': '{ "type": "module", "dependencies": { "pg": "*" } }',
	'src/routes/[page]/+page.js': 'export const csr = false;',
	// The same bytes as the page it is compared with, already written by the application: nothing is made, so nothing escaped.
	'src/routes/[page]/+page.svelte': `<script>let { data } = $props();</script>{@html data.body}`,
	'src/routes/[page]/+page.server.js': `import { readFileSync } from 'node:fs';
import pg from 'pg';
import { askAgain } from '${join(root, 'tests/support/bench/ask-again.ts')}';

// At the first request: the build loads this file too, and has neither.
let recordings;
let pool;

export async function load({ params }) {
	recordings ??= JSON.parse(readFileSync(process.env.RECORDINGS, 'utf8'));
	pool ??= new pg.Pool({ connectionString: process.env.RECORDED_DATABASE, max: 10, options: '-c role=guichet_app', pipeline: true });
	const page = recordings[params.page];
	await askAgain(pool, page);
	return { body: page.body };
}`
};
