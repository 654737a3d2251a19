import {
	limitsInFigures,
	paperLimits,
	type PaperFigures,
	type PaperLimits
} from '../../domain/documents/limits.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { settingsOf, type SettingViews } from '../settings/queries.ts';

const LIMITS = ['paper_file_megabytes', 'paper_files', 'paper_request_megabytes'] as const;

/** How much may be sent, in the figures of the service. */
export async function sendingLimits(tx: Tx): Promise<PaperLimits> {
	return limitsOf(await settingsOf(tx, LIMITS));
}

/** What pages where papers are sent say of it. */
export type SendingFigures = {
	limits: PaperFigures;
	/** Within so many days a paper is in SNE. */
	depositDays: number;
	/** So many days after the answer, a paper that will not do is destroyed. */
	graceDays: number;
};

/** All of it in one question. */
export async function sendingFigures(tx: Tx): Promise<SendingFigures> {
	const settings = await settingsOf(tx, [...LIMITS, 'papers_deposit_days', 'paper_grace_days']);
	return {
		limits: limitsInFigures(limitsOf(settings)),
		depositDays: settings.papers_deposit_days.value,
		graceDays: settings.paper_grace_days.value
	};
}

function limitsOf(settings: SettingViews<(typeof LIMITS)[number]>): PaperLimits {
	return paperLimits({
		fileMegabytes: settings.paper_file_megabytes.value,
		requestFiles: settings.paper_files.value,
		requestMegabytes: settings.paper_request_megabytes.value
	});
}
