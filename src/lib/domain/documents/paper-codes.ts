/** How a paper came: from the applicant's own device, or scanned by an agent at the counter. */
export const PAPER_CHANNELS = ['phone', 'counter'] as const;
export type PaperChannel = (typeof PAPER_CHANNELS)[number];

/**
 * What the antivirus said. Nothing is shown to anybody before `clean`, or `unscanned_accepted` where the site has
 * written that it accepts the risk.
 */
export const SCAN_VERDICTS = ['waiting', 'clean', 'infected', 'unscanned_accepted'] as const;
export type ScanVerdict = (typeof SCAN_VERDICTS)[number];

/** Whether pages of a paper with this verdict may be looked at. Anything not said here is no. */
export function mayBeShown(scan: ScanVerdict): boolean {
	return scan === 'clean' || scan === 'unscanned_accepted';
}

/** One file of a paper: on its way, here whole, or refused once it was looked into. */
export const FILE_STATES = ['sending', 'arrived', 'refused'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** Why a file that had arrived cannot be used. Words for people are in messages, under code_paper_trouble_<code>. */
export const PAPER_TROUBLES = [
	'infected',
	'damaged',
	'too-many-pixels',
	'encrypted-pdf',
	'scripted-pdf',
	'attached-files',
	'form-pdf',
	'too-many-pages',
	'too-heavy'
] as const;
export type PaperTrouble = (typeof PAPER_TROUBLES)[number];

/**
 * Why a paper is still being checked. For agents, under code_paper_waiting_<code>; people read "being checked".
 * `no-antivirus`: the site has none; `antivirus-absent`: it has one that does not answer.
 */
export const WAITING_REASONS = [
	'no-antivirus',
	'antivirus-absent',
	'antivirus-slow',
	'antivirus-error',
	'antivirus-limit',
	'workshop-failed'
] as const;
export type WaitingReason = (typeof WAITING_REASONS)[number];

/** The marks of the shared file, set without deleting anything: inexploitable, hors périmètre, obsolète. */
export const PAPER_MARKS = ['unusable', 'out_of_scope', 'obsolete'] as const;
export type PaperMark = (typeof PAPER_MARKS)[number];

/** A piece of a file under way, a file as it was sent, a page as it is looked at, the file made for SNE. */
export const OBJECT_ROLES = ['part', 'original', 'page', 'clean'] as const;
export type ObjectRole = (typeof OBJECT_ROLES)[number];

/** Quarter turns to the right, in degrees. */
export const ROTATIONS = [0, 90, 180, 270] as const;
export type Rotation = (typeof ROTATIONS)[number];

/** The verdict on a paper from those on its files: the least sure one. */
export function verdictOnAll(files: readonly ScanVerdict[]): ScanVerdict {
	const LEAST_SURE_FIRST = ['infected', 'waiting', 'unscanned_accepted', 'clean'] as const;
	return LEAST_SURE_FIRST.find((verdict) => files.includes(verdict)) ?? 'waiting';
}
