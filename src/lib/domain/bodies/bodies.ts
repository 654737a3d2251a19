import { RuleBroken } from '../errors.ts';

/** Characters of a body's name and of its address. */
export const BODY_NAME_LENGTH = 120;
export const BODY_ADDRESS_LENGTH = 300;

/** A name or an address as it is kept: one line, no control character, nothing at the ends. */
export function bodyLine(typed: string, most: number): string {
	const line = typed
		.normalize('NFC')
		.replace(/[\p{Cc}\s]+/gu, ' ')
		.trim();
	if (line.length > most) throw new RuleBroken('body-too-long', { most });
	return line;
}

/** Code of a guichet enregistreur in SNE: the last five characters of the numbers it gave. */
export function bodyCode(typed: string): string {
	const code = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
	if (!/^[0-9A-Z]{5}$/.test(code)) throw new RuleBroken('body-code');
	return code;
}
