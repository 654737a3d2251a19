import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root, tool } from '../../../scripts/root.ts';
import { freePort } from '../../../scripts/postgres/port.ts';
import type { Recordings } from './ask-again.ts';
import type { Served } from './processes.ts';

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
	await rm(FOLDER, { recursive: true, force: true });
	for (const [path, text] of Object.entries({ ...FILES, ...staticPages(recordings) }))
		await put(join(FOLDER, path), text);
	await run(process.execPath, [tool('vite'), 'build']);
	const port = await freePort();
	const child = spawn(process.execPath, ['build/index.js'], {
		cwd: FOLDER,
		stdio: ['ignore', 'ignore', 'inherit'],
		env: {
			...process.env,
			NODE_ENV: 'production',
			HOST: '127.0.0.1',
			PORT: String(port),
			KEEP_ALIVE_TIMEOUT: '120',
			RECORDINGS: file,
			RECORDED_DATABASE: databaseUrl
		}
	});
	const origin = `http://127.0.0.1:${port}`;
	await untilItAnswers(`${origin}/ready.txt`);
	const stop = async () => {
		if (child.exitCode === null && child.kill()) await once(child, 'exit');
		await rm(FOLDER, { recursive: true, force: true });
	};
	return { origin, stop };
}

function staticPages(recordings: Recordings): Record<string, string> {
	const files = Object.entries(recordings).filter(([, { rounds }]) => rounds.length === 0);
	return Object.fromEntries(files.map(([name, { body }]) => [`static/${name}.html`, body]));
}

async function put(path: string, text: string): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, text);
}

async function run(command: string, given: string[]): Promise<void> {
	const child = spawn(command, given, { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] });
	const [code] = (await once(child, 'exit')) as [number | null];
	if (code !== 0) throw new Error('The smallest page was not built.');
}

async function untilItAnswers(address: string): Promise<void> {
	for (let tries = 0; tries < 100; tries += 1) {
		const answer = await fetch(address).catch(() => null);
		if (answer?.ok) return;
		await new Promise((done) => setTimeout(done, 100));
	}
	throw new Error('The smallest page did not start.');
}

const FILES = {
	// What is a dependency stays outside the bundle, as in the application.
	'package.json': '{ "type": "module", "dependencies": { "pg": "*" } }',
	'svelte.config.js': `import adapter from '@sveltejs/adapter-node';
export default { kit: { adapter: adapter() } };`,
	'vite.config.js': `import { sveltekit } from '@sveltejs/kit/vite';
export default { plugins: [sveltekit()], build: { chunkSizeWarningLimit: 10_000 } };`,
	'static/ready.txt': 'ready',
	'src/app.html': `<!doctype html><html lang="fr"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>`,
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
