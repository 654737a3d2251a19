import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compile } from 'svelte/compiler';
import { expect, test } from 'vitest';
import { withoutMarks, withoutWorkForNobody } from './unhydrated.ts';

// One of each thing that Svelte marks, `{@html}` among them: it is compiled here, and shown to nobody.
const COMPONENT = `<script>
	import Other from './Other.svelte';
	let { list, isOpen, text } = $props();
</script>
<svelte:head><title>{text}</title></svelte:head>
{#if isOpen}<p>{text}</p>{:else if text}<b>{text}</b>{:else}nothing{/if}
{#each list as each (each)}<Other {each}><i>{each}</i></Other>{:else}none{/each}
{#snippet line()}<hr />{/snippet}
{@render line()}
<!-- Svelte marks it otherwise than the rest: compiled here for its marks, and shown to nobody. -->
{@html text}
<!-- A comment of ours is not compiled. -->`;

test('what is compiled for the server writes no marks for a framework on the phone, and the rest of the page', () => {
	const { js } = compile(COMPONENT, { generate: 'server', dev: false });
	expect(js.code).toContain('<!--[');
	const code = withoutMarks(js.code);
	expect(code).not.toContain('<!--');
	for (const part of ['<p>', '<b>', 'nothing', '<i>', 'none', '<hr/>', '<title>'])
		expect(code, part).toContain(part);
	// Nothing but writing nothing is gone: as many branches as before.
	expect(code.match(/\bif \(|\belse\b/g)).toEqual(js.code.match(/\bif \(|\belse\b/g));
});

test('what is done for nobody is left out of what Svelte and SvelteKit say today, and a release that says it otherwise is noticed', () => {
	const file = (path: string) => resolve(import.meta.dirname, '../node_modules', path);
	for (const path of [
		'@sveltejs/kit/src/runtime/server/page/render.js',
		'@sveltejs/kit/src/runtime/server/page/csp.js',
		'svelte/src/internal/server/renderer.js'
	]) {
		const code = readFileSync(file(path), 'utf8');
		expect(withoutWorkForNobody(file(path), code).length, path).toBeLessThan(code.length);
		expect(() => withoutWorkForNobody(file(path), ''), path).toThrow('no longer reads');
	}
	expect(withoutWorkForNobody('/src/routes/+page.svelte', 'as it is')).toBe('as it is');
});
