import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, tool } from './root.ts';

/** How many checks of a step passed and failed. */
export interface Counts {
	passed: number;
	failed: number;
}

/** Runs a development tool of the project, its output shown. Its exit code. */
export async function runTool(name: string, words: string[], env: NodeJS.ProcessEnv = {}) {
	const child = spawn(process.execPath, [tool(name), ...words], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...env }
	});
	const kill = () => void child.kill();
	process.once('exit', kill);
	const [code] = (await once(child, 'close')) as [number | null];
	process.off('exit', kill);
	return code ?? 1;
}

/** One check, passed when every one of the tools ends well. */
export async function oneCheck(...tools: [name: string, ...words: string[]][]): Promise<Counts> {
	for (const [name, ...words] of tools) {
		if ((await runTool(name, words)) !== 0) return { passed: 0, failed: 1 };
	}
	return { passed: 1, failed: 0 };
}

/** The tests of one vitest project. */
export function vitest(project: string): Promise<Counts> {
	const report = join(root, `test-results/vitest-${project}.json`);
	const words = ['run', '--project', project, '--reporter=default', '--reporter=json'];
	return counted(report, () => runTool('vitest', [...words, `--outputFile.json=${report}`]), read);
	function read(text: string): Counts {
		const found = JSON.parse(text) as { numPassedTests: number; numFailedTests: number };
		return { passed: found.numPassedTests, failed: found.numFailedTests };
	}
}

/** The end-to-end tests, in the browser at `CHROME_PATH`. */
export function playwright(browser: string, words: string[] = []): Promise<Counts> {
	const report = join(root, 'test-results/playwright.json');
	const env = { CHROME_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
	const all = ['test', '--reporter=list,json', ...words];
	return counted(report, () => runTool('playwright', all, env), read);
	function read(text: string): Counts {
		const { stats } = JSON.parse(text) as { stats: Record<string, number> };
		// Flaky means that a second try passed: there is none here, and it would be no success.
		const { expected = 0, unexpected = 0, flaky = 0 } = stats;
		return { passed: expected, failed: unexpected + flaky };
	}
}

async function counted(
	report: string,
	run: () => Promise<number>,
	read: (text: string) => Counts
): Promise<Counts> {
	rmSync(report, { force: true });
	const code = await run();
	const counts = existsSync(report) ? read(readFileSync(report, 'utf8')) : { passed: 0, failed: 0 };
	// A file that does not load, or an error outside a test, counts: nothing may fail in silence.
	const unseen = code !== 0 && counts.failed === 0 ? 1 : 0;
	return { ...counts, failed: counts.failed + unseen };
}
