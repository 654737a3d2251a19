import { compile } from '@inlang/paraglide-js';
import { paraglideOptions } from './paraglide-options.ts';
import { root } from './root.ts';

/** Compiles messages/ into src/lib/paraglide, as the build does. */
export async function compileMessages(): Promise<void> {
	process.chdir(root);
	await compile(paraglideOptions);
}
