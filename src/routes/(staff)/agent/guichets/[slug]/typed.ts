import type { Typed } from '$lib/domain/counters/read-change.ts';

/** The text typed in a field, empty when it was not. */
export function textOf(values: Typed | null | undefined, name: string): string {
	const value = values?.[name];
	return typeof value === 'string' ? value : '';
}

/** The boxes ticked of a list. */
export function listOf(values: Typed | null | undefined, name: string): string[] {
	return [values?.[name] ?? []].flat();
}
