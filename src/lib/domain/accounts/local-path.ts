/**
 * Where to go after signing in, when it is a page of ours. Refuses everything a browser could read as another site:
 * "//host", "/\host", and control characters, which browsers drop before reading an address.
 * @param asked the parameter `suite`, as it came
 */
export function localPath(asked: string | null | undefined): string | null {
	if (!asked || asked.length > 500) return null;
	if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(asked) || asked.includes('\\')) return null;
	return asked;
}
