import type { PaperTrouble } from '../../../domain/documents/paper-codes.ts';

/** The file cannot be used, and its owner is to be told why. */
export class Trouble extends Error {
	override readonly name = 'Trouble';
	readonly trouble: PaperTrouble;

	constructor(trouble: PaperTrouble) {
		super(trouble);
		this.trouble = trouble;
	}
}
