import type { Rotation } from '../../domain/documents/paper-codes.ts';
import type { SealedRow } from './sealed-objects.ts';

/** All it takes to give somebody one content: a page, or a whole file. */
export type OpenedPaper = {
	object: SealedRow;
	fileName: string;
	mediaType: string;
	/** Quarter turns to be applied to a picture by whoever shows it. */
	rotation: Rotation;
};
