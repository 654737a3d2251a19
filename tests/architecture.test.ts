import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

function filesUnder(folder: string): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return entry.name === 'paraglide' ? [] : filesUnder(path);
		return /\.(ts|js|svelte)$/.test(entry.name) ? [path] : [];
	});
}

/** Every module a file names, seen from the root of the project: `src/lib/…` for ours, the bare name for a package. */
function importsOf(file: string): string[] {
	const text = readFileSync(join(root, file), 'utf8');
	const statement =
		/^[ \t]*(?:import|export)\b[^;'"`(]*?\bfrom\s+['"]([^'"]+)['"]|^[ \t]*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
	const named = [...text.matchAll(statement)].map((match) => (match[1] ?? match[2] ?? match[3])!);
	return named.map((name) => {
		if (name.startsWith('$lib/')) return `src/lib/${name.slice(5)}`;
		if (name.startsWith('.')) return relative(root, resolve(root, dirname(file), name));
		return name;
	});
}

const isTest = (file: string) => file.endsWith('.test.ts');
const source = filesUnder('src').filter((file) => !isTest(file));

/** Pairs "file → import" that break a rule; the list is the failure message. */
function broken(files: string[], forbidden: (name: string) => boolean): string[] {
	return files.flatMap((file) =>
		importsOf(file)
			.filter(forbidden)
			.map((name) => `${file} → ${name}`)
	);
}

describe('the house (architecture.md)', () => {
	test('the domain imports only the domain and valibot', () => {
		const domain = source.filter((file) => file.startsWith('src/lib/domain/'));
		expect(domain.length).toBeGreaterThan(10);
		expect(
			broken(domain, (name) => !name.startsWith('src/lib/domain/') && name !== 'valibot')
		).toEqual([]);
	});

	test('what runs on the phone never imports the server', () => {
		const client = source.filter(
			(file) =>
				file.endsWith('.svelte') || /^src\/(lib\/(components|client)|service-worker)\//.test(file)
		);
		expect(client.length).toBeGreaterThan(20);
		expect(broken(client, (name) => name.startsWith('src/lib/server/'))).toEqual([]);
	});

	// What a framework would take a page up again with is not written (hooks.ts, scripts/unhydrated.ts).
	test('no page has a framework on the phone', () => {
		const says = (text: RegExp) =>
			source.filter((file) => text.test(readFileSync(join(root, file), 'utf8')));
		const choice = /export const csr\b/;
		expect(says(choice)).toEqual(['src/routes/+layout.ts']);
		expect(says(/export const csr = false/)).toEqual(says(choice));
		// What the build leaves out besides: the end of a component on the server, and numbers of a policy.
		expect(says(/\bonDestroy\b/)).toEqual([]);
		expect(readFileSync(join(root, 'src/app.html'), 'utf8')).not.toContain('nonce');
	});

	test('the server knows no route and no component', () => {
		const server = source.filter((file) => file.startsWith('src/lib/server/'));
		expect(broken(server, (name) => /^src\/(routes|lib\/components)\//.test(name))).toEqual([]);
	});

	test('the database client is opened by the unit of work alone', () => {
		const others = source.filter((file) => !file.startsWith('src/lib/server/db/'));
		const allowed = new Set(['src/lib/server/db/unit-of-work.ts']);
		expect(
			broken(others, (name) => name === 'src/lib/server/db/client.ts' && !allowed.has(name)).filter(
				(line) => !line.startsWith('src/jobs/')
			)
		).toEqual([]);
	});

	test('Lucia is known to one folder', () => {
		const others = source.filter((file) => !file.startsWith('src/lib/server/accounts/'));
		expect(broken(others, (name) => name === 'lucia')).toEqual([]);
	});

	test('the worker imports the domain, Workbox and what SvelteKit gives it', () => {
		const worker = source.filter((file) => file.startsWith('src/service-worker/'));
		const allowed = /^(src\/(lib\/domain|service-worker)\/|workbox-|\$service-worker)/;
		expect(worker.length).toBeGreaterThan(0);
		expect(broken(worker, (name) => !allowed.test(name))).toEqual([]);
	});

	test('a use case is one exported function in a file named verb-noun', () => {
		const plain = /\/(queries|access|[a-z]+)\.ts$/;
		const concepts = source.filter((file) =>
			/^src\/lib\/server\/(applications|appointments|counters|documents|accounts|audit|notifications)\/[a-z]+-[a-z-]+\.ts$/.test(
				file
			)
		);
		expect(concepts.filter((file) => plain.test(file))).toEqual([]);
		expect(concepts.length).toBeGreaterThan(5);
	});
});

describe('the size of things', () => {
	const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length;

	test('no file is longer than 300 lines and the median is at most 60', () => {
		const counts = source
			.map((file) => ({ file, lines: lines(file) }))
			.sort((a, b) => a.lines - b.lines);
		expect(counts.filter((count) => count.lines > 301)).toEqual([]);
		expect(counts[Math.floor(counts.length / 2)]!.lines).toBeLessThanOrEqual(61);
	});

	test('file names are plain ASCII', () => {
		expect(source.filter((file) => /[^\x20-\x7e]/.test(file))).toEqual([]);
	});

	test('no folder re-exports its files (the schema is the one place that must)', () => {
		const barrels = source.filter(
			(file) =>
				/\/index\.ts$/.test(file) && /^export \* from/m.test(readFileSync(join(root, file), 'utf8'))
		);
		expect(barrels).toEqual(['src/lib/server/db/schema/index.ts']);
	});
});

describe('the languages', () => {
	const { locales } = JSON.parse(
		readFileSync(join(root, 'project.inlang/settings.json'), 'utf8')
	) as { locales: string[] };
	const keys = (locale: string) => {
		const text = JSON.parse(readFileSync(join(root, `messages/${locale}.json`), 'utf8')) as Record<
			string,
			unknown
		>;
		return Object.keys(text)
			.filter((key) => key !== '$schema')
			.sort();
	};

	test('every language says the same things', () => {
		for (const locale of locales) expect(keys(locale), locale).toEqual(keys('fr'));
	});

	test('the messages are compiled: one known key answers in each language', async () => {
		// A wrong plugin path compiles nothing and still exits 0.
		const messages = (await import('../src/lib/paraglide/messages.js')) as unknown as Record<
			string,
			(input: object, options: { locale: string }) => string
		>;
		const said = locales.map((locale) => messages['shell_home']!({}, { locale }));
		expect(new Set(said).size).toBeGreaterThan(3);
		expect(said.every((text) => text.length > 2)).toBe(true);
	});
});

test('every test file asserts something', () => {
	const tests = [
		...filesUnder('src').filter(isTest),
		...filesUnder('tests').filter((file) => /\.(test|spec)\.ts$/.test(file))
	];
	const silent = tests.filter(
		(file) =>
			statSync(join(root, file)).isFile() &&
			!/expect\(|assert/.test(readFileSync(join(root, file), 'utf8'))
	);
	expect(silent).toEqual([]);
});
