import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { fetchedPackage } from './fetched-package.ts';

type File = { type: string; body: Buffer };

export interface PlainPages {
	origin: string;
	/** Serves a text as a page, once as bare HTML and once under the State's design system. @returns their paths */
	add(name: string, lines: readonly string[]): { bare: string; state: string };
	stop(): Promise<void>;
}

const DSFR_VERSION = '1.15.3';
/** As its documentation says to begin. */
const STYLES = ['dsfr.min.css', 'utility/utility.min.css'];
const SCRIPT = 'dsfr.module.min.js';
const FACES = ['Marianne-Regular.woff2', 'Marianne-Medium.woff2', 'Marianne-Bold.woff2'];

/** The barest server of pages: node:http, everything compressed before. */
export async function servePlainPages(): Promise<PlainPages> {
	const files = new Map<string, File>(designSystem());
	const server = createServer(({ url = '' }, response) => {
		const file = files.get(url.split('?')[0]!);
		if (!file) return void response.writeHead(404).end();
		const encoding = file.type === 'font/woff2' ? {} : { 'content-encoding': 'br' };
		response.writeHead(200, { 'content-type': file.type, ...encoding }).end(file.body);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://localhost:${port}`,
		add(name, lines) {
			const [bare, state] = [`/bare/${name}`, `/dsfr/${name}`];
			files.set(bare, compressed('text/html; charset=utf-8', pageOf(lines, '', '')));
			const styles = STYLES.map((one) => `<link rel="stylesheet" href="/dsfr/${one}">`).join('');
			const script = `<script type="module" src="/dsfr/${SCRIPT}"></script>`;
			files.set(state, compressed('text/html; charset=utf-8', pageOf(lines, styles, script)));
			return { bare, state };
		},
		stop: () => new Promise((done) => void server.close(() => done()))
	};
}

function pageOf([title = '', ...lines]: readonly string[], head: string, foot: string): string {
	const words = (line: string) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	const text = lines.map((line) => `<p class="fr-text">${words(line)}</p>`).join('\n');
	return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>${words(title)}</title>${head}</head><body><main class="fr-container"><h1>${words(title)}</h1>${text}</main>${foot}</body></html>`;
}

const compressed = (type: string, text: string | Buffer): File => ({
	type,
	body: brotliCompressSync(text)
});

function designSystem(): [string, File][] {
	const dist = join(fetchedPackage('@gouvfr/dsfr', DSFR_VERSION), 'dist');
	const read = (name: string) => readFileSync(join(dist, name));
	return [
		...STYLES.map((name): [string, File] => [`/dsfr/${name}`, compressed('text/css', read(name))]),
		[`/dsfr/${SCRIPT}`, compressed('text/javascript', read(SCRIPT))],
		...FACES.map((name): [string, File] => [
			`/dsfr/fonts/${name}`,
			{ type: 'font/woff2', body: read(`fonts/${name}`) }
		])
	];
}
