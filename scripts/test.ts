import { build } from './build.ts';
import { ensureBrowser } from './browser.ts';
import { compileMessages } from './messages.ts';
import { oneCheck, playwright, vitest, type Counts } from './steps.ts';

// npm test: every check there is, in order; one that fails does not hide those after it.

const steps: [name: string, run: () => Promise<Counts>][] = [
	['messages', () => succeeds(compileMessages)],
	['types', () => oneCheck(['svelte-kit', 'sync'], ['svelte-check', '--fail-on-warnings'])],
	['lint', () => oneCheck(['eslint', '.'])],
	['format', () => oneCheck(['prettier', '--check', '--log-level=warn', '.'])],
	['unit tests', () => vitest('unit')],
	['integration tests', () => vitest('integration')],
	['build', () => succeeds(build)],
	['end-to-end tests', async () => playwright(await ensureBrowser())]
];

process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

const outcome: { name: string; seconds: number; passed: number; failed: number }[] = [];
for (const [name, run] of steps) {
	console.log(`\n── ${name}`);
	const start = performance.now();
	const counts = await run().catch((error: unknown): Counts => {
		console.error(error instanceof Error ? error.message : error);
		return { passed: 0, failed: 1 };
	});
	outcome.push({ name, seconds: (performance.now() - start) / 1_000, ...counts });
}

console.log('');
for (const { name, seconds, passed, failed } of outcome) {
	const time = `${seconds.toFixed(1)} s`.padStart(9);
	console.log(
		`${failed ? '✗' : '✓'} ${name.padEnd(20)}${time}   ${passed} passed, ${failed} failed`
	);
}
const sum = (of: 'passed' | 'failed') => outcome.reduce((total, step) => total + step[of], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(sum('failed') > 0 ? 1 : 0);

async function succeeds(work: () => Promise<void>): Promise<Counts> {
	await work();
	return { passed: 1, failed: 0 };
}
