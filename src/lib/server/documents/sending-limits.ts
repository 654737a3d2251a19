import { paperLimits, type PaperLimits } from '../../domain/documents/limits.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { settingOf } from '../settings/queries.ts';

/** How much may be sent, in the figures of the service. */
export async function sendingLimits(tx: Tx): Promise<PaperLimits> {
	return paperLimits({
		fileMegabytes: (await settingOf(tx, 'paper_file_megabytes')).value,
		requestFiles: (await settingOf(tx, 'paper_files')).value,
		requestMegabytes: (await settingOf(tx, 'paper_request_megabytes')).value
	});
}
