import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { freePort } from '../../../scripts/postgres/port.ts';
import { tool } from '../../../scripts/root.ts';
import type { Served } from './processes.ts';

/**
 * Another application of the same SvelteKit and adapter, built and served in a process of its own, to compare ours with.
 * @param folder inside the project, so that its packages are found; removed in the end
 * @param files its own, by path; what every application has is added
 */
export async function startSvelteKit(
	folder: string,
	files: Readonly<Record<string, string>>,
	env: Readonly<Record<string, string>>
): Promise<Served> {
	await rm(folder, { recursive: true, force: true });
	for (const [path, text] of Object.entries({ ...USUAL, ...files }))
		await put(join(folder, path), text);
	await run(folder, process.execPath, [tool('vite'), 'build']);
	const port = await freePort();
	const child = spawn(process.execPath, ['build/index.js'], {
		cwd: folder,
		stdio: ['ignore', 'ignore', 'inherit'],
		env: {
			...process.env,
			NODE_ENV: 'production',
			HOST: '127.0.0.1',
			PORT: String(port),
			KEEP_ALIVE_TIMEOUT: '120',
			...env
		}
	});
	const origin = `http://localhost:${port}`;
	await untilItAnswers(`${origin}/ready.txt`);
	const stop = async () => {
		if (child.exitCode === null && child.kill()) await once(child, 'exit');
		await rm(folder, { recursive: true, force: true });
	};
	return { origin, stop };
}

const USUAL = {
	'package.json': '{ "type": "module" }',
	'svelte.config.js': `import adapter from '@sveltejs/adapter-node';
export default { kit: { adapter: adapter({ precompress: true }) } };`,
	'vite.config.js': `import { sveltekit } from '@sveltejs/kit/vite';
export default { plugins: [sveltekit()], build: { chunkSizeWarningLimit: 10_000 } };`,
	'static/ready.txt': 'ready',
	'src/app.html': `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">%sveltekit.head%</head><body>%sveltekit.body%</body></html>`
};

async function put(path: string, text: string): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, text);
}

async function run(folder: string, command: string, given: string[]): Promise<void> {
	const child = spawn(command, given, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
	const [code] = (await once(child, 'exit')) as [number | null];
	if (code !== 0) throw new Error('The other application was not built.');
}

async function untilItAnswers(address: string): Promise<void> {
	for (let tries = 0; tries < 100; tries += 1) {
		const answer = await fetch(address).catch(() => null);
		if (answer?.ok) return;
		await new Promise((done) => setTimeout(done, 100));
	}
	throw new Error('The other application did not start.');
}
