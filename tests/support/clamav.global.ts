import type { TestProject } from 'vitest/node';
import { ensureClamd, startClamd } from '../../scripts/clamav.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of a running clamd that knows one signature, EICAR's. */
		clamd: string;
		/** The program, for tests that start one of their own to hurt it. */
		clamdProgram: string;
	}
}

/** Starts one ClamAV for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const program = ensureClamd();
	const { address, stop } = await startClamd(program);
	project.provide('clamd', address);
	project.provide('clamdProgram', program);
	return stop;
}
