import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../scripts/root.ts';
import { startSvelteKit } from './other-sveltekit.ts';

const FOLDER = join(root, '.svelte-kit/plain-sveltekit');

/**
 * The same words as a page of SvelteKit as it comes: rendered by the server at each request, then taken over by its
 * client on the phone. No style, no face, no picture.
 * @param texts the lines of each page, by its name
 */
export async function servePlainSvelteKit(texts: Readonly<Record<string, readonly string[]>>) {
	const served = await startSvelteKit(FOLDER, FILES, { TEXTS: join(FOLDER, 'texts.json') });
	await writeFile(join(FOLDER, 'texts.json'), JSON.stringify(texts));
	return served;
}

const FILES = {
	'src/routes/[page]/+page.svelte': `<script>let { data } = $props();</script>
<svelte:head><title>{data.title}</title></svelte:head>
<main><h1>{data.title}</h1>{#each data.lines as line}<p>{line}</p>{/each}</main>`,
	'src/routes/[page]/+page.server.js': `import { readFileSync } from 'node:fs';

export function load({ params }) {
	const [title = '', ...lines] = JSON.parse(readFileSync(process.env.TEXTS, 'utf8'))[params.page];
	return { title, lines };
}`
};
