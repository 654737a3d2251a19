/** Longest name kept, in characters. */
export const FILE_NAME_MAX = 120;

/**
 * The name a file is shown under: composed accents (NFC), no folder, no control or invisible mark (a
 * right-to-left override makes "gpj.exe" read as "exe.jpg"), at most 120 characters with its extension
 * kept. Never used as a path: files are stored under random names.
 */
export function cleanFileName(raw: string): string {
	const name = raw
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu, '')
		.replace(/^.*[/\\]/s, '')
		.replace(/\s+/gu, ' ')
		.replace(/^[. ]+|[. ]+$/g, '');
	return name === '' ? 'document' : shorten(name);
}

function shorten(name: string): string {
	const characters = Array.from(name);
	if (characters.length <= FILE_NAME_MAX) return name;
	const extension = /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? '';
	return (
		characters
			.slice(0, FILE_NAME_MAX - extension.length)
			.join('')
			.trimEnd() + extension
	);
}
