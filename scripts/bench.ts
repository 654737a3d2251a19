import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { command } from './command.ts';
import { withTemporaryDatabase } from './database.ts';
import { compileMessages } from './messages.ts';
import { Refusal } from './refusal.ts';
import { root } from './root.ts';

/** One measure of a benchmark. */
export interface Row {
	/** What was measured. */
	name: string;
	/** How much, in `unit`. */
	value: number;
	unit: string;
	/** What `value` is compared with: the same measure of the way not taken, or the target. */
	reference?: number;
	/** What the reference is. */
	against?: string;
}

/** What a file tests/bench/*.bench.ts exports by default. */
export interface Bench {
	name: string;
	run(): Promise<Row[]>;
}

interface Result {
	bench: string;
	rows: Row[];
}

// npm run bench [-- NAME…] [-- --json]: every benchmark, or those named, one after the other, each on a database of its own.
if (import.meta.main) {
	await command(async () => {
		const given = process.argv.slice(2);
		const results = await runAll(given.filter((each) => !each.startsWith('--')));
		console.log(given.includes('--json') ? JSON.stringify(results, null, 2) : table(results));
	});
}

async function runAll(names: readonly string[]): Promise<Result[]> {
	const all = globSync('tests/bench/*.bench.ts', { cwd: root }).sort();
	const nameOf = (file: string) => basename(file, '.bench.ts');
	const unknown = names.filter((name) => !all.some((file) => nameOf(file) === name));
	if (unknown.length > 0 || all.length === 0)
		throw new Refusal(
			`There is no such benchmark in tests/bench: ${unknown.join(', ')}. There are: ${all.map(nameOf).join(', ')}.`
		);
	const files = names.length === 0 ? all : all.filter((file) => names.includes(nameOf(file)));
	// In a clean clone nothing has made them yet, and what is measured imports them.
	await compileMessages();
	const results: Result[] = [];
	for (const file of files) {
		const { default: bench } = (await import(join(root, file))) as { default: Bench };
		const rows = await withTemporaryDatabase(() => bench.run());
		results.push({ bench: bench.name, rows });
	}
	return results;
}

/** The results as aligned columns, each with its ratio to what it is compared with. */
export function table(results: Result[]): string {
	const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
	const lines = results.flatMap(({ bench, rows }) =>
		rows.map(({ name, value, unit, reference, against = '' }) => [
			bench,
			name,
			`${number.format(value)} ${unit}`,
			reference === undefined ? '' : `× ${number.format(value / reference)}`,
			reference === undefined ? '' : `${against} (${number.format(reference)})`
		])
	);
	const all = [['benchmark', 'measure', 'value', 'ratio', 'against'], ...lines];
	const widths = [0, 1, 2, 3, 4].map((i) => Math.max(...all.map((line) => line[i]?.length ?? 0)));
	return all
		.map((line) =>
			line
				.map((cell, i) => cell.padEnd(widths[i] ?? 0))
				.join('  ')
				.trimEnd()
		)
		.join('\n');
}
