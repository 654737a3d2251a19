import type { Rotation } from '../../domain/documents/paper-codes.ts';
import type { SealedRow } from './sealed-objects.ts';

/** All it takes to give somebody one content: a page, or a whole file. */
export type OpenedPaper = {
	object: SealedRow;
	fileName: string;
	mediaType: string;
	/** How a picture is to be turned; the answer says it (paper-response.ts). */
	rotation: Rotation;
	/** Shown in the page; a file is only downloaded. */
	inline: boolean;
};
