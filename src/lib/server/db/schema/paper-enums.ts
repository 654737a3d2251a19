import { pgEnum } from 'drizzle-orm/pg-core';
import {
	FILE_STATES,
	OBJECT_ROLES,
	PAPER_CHANNELS,
	PAPER_MARKS,
	SCAN_VERDICTS
} from '../../../domain/documents/paper-codes.ts';
import { PAPER_STATES } from '../../../domain/documents/states.ts';

// By themselves: documents.ts and paper-content.ts name each other's tables, and both need these first.

export const paperState = pgEnum('paper_state', PAPER_STATES);
export const paperChannel = pgEnum('paper_channel', PAPER_CHANNELS);
export const scanVerdict = pgEnum('scan_verdict', SCAN_VERDICTS);
export const paperMark = pgEnum('paper_mark', PAPER_MARKS);
export const fileState = pgEnum('paper_file_state', FILE_STATES);
export const objectRole = pgEnum('sealed_object_role', OBJECT_ROLES);
