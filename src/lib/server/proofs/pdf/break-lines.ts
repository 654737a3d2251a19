/**
 * Cuts a text into lines that fit a width, at spaces; a word that is too long for a line is cut where it must be.
 * Line breaks in the text stay. No-break spaces do not break.
 */
export function breakLines(
	text: string,
	width: number,
	widthOf: (text: string) => number
): string[] {
	return text.split('\n').flatMap((paragraph) => {
		const lines: string[] = [];
		let line = '';
		for (const word of paragraph.split(' ').flatMap((each) => pieces(each, width, widthOf))) {
			const longer = line ? `${line} ${word}` : word;
			if (line && widthOf(longer) > width) {
				lines.push(line);
				line = word;
			} else line = longer;
		}
		return [...lines, line];
	});
}

function pieces(word: string, width: number, widthOf: (text: string) => number): string[] {
	if (widthOf(word) <= width) return [word];
	const found: string[] = [];
	let piece = '';
	for (const character of word) {
		if (piece && widthOf(piece + character) > width) {
			found.push(piece);
			piece = '';
		}
		piece += character;
	}
	return [...found, piece];
}
