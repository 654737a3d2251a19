const layout = [3, 4, 6, 5];

/**
 * Cuts a unique number into its parts (territory 3, month and year 4, serial 6, counter 5), so that
 * it can be read and dictated. Anything that does not have 18 characters comes back whole.
 */
export function groupNumber(value: string): string[] {
	if (value.length !== 18) return [value];
	let start = 0;
	return layout.map((length) => value.slice(start, (start += length)));
}
