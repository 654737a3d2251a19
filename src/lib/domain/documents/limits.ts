import type { DetectedType } from './detect-type.ts';

/** What may be sent. Formats and sizes taken by the national register are not published: these are ours. */
export const ACCEPTED_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type AcceptedType = (typeof ACCEPTED_TYPES)[number];
const MEGABYTE = 1_000_000;
export const FILE_BYTES_MAX = 10 * MEGABYTE;
export const REQUEST_FILES_MAX = 30;
export const REQUEST_BYTES_MAX = 150 * MEGABYTE;
/** A document begun and not sent is kept so long after its last page, for its author alone. */
export const DRAFT_DAYS = 7;

/** How much may be sent. The service may choose other figures (settings); these stand until it does. */
export interface PaperLimits {
	readonly fileBytes: number;
	readonly requestFiles: number;
	readonly requestBytes: number;
}
export const USUAL_LIMITS: PaperLimits = {
	fileBytes: FILE_BYTES_MAX,
	requestFiles: REQUEST_FILES_MAX,
	requestBytes: REQUEST_BYTES_MAX
};

/** The same as people read it: megabytes of one file, files and megabytes of a request. */
export interface PaperFigures {
	readonly file: number;
	readonly files: number;
	readonly all: number;
}

/** Bytes as figures of the settings. */
export function limitsInFigures(limits: PaperLimits): PaperFigures {
	return {
		file: limits.fileBytes / MEGABYTE,
		files: limits.requestFiles,
		all: limits.requestBytes / MEGABYTE
	};
}

/** The figures of the settings in bytes. */
export function paperLimits(figures: {
	readonly fileMegabytes: number;
	readonly requestFiles: number;
	readonly requestMegabytes: number;
}): PaperLimits {
	return {
		fileBytes: figures.fileMegabytes * MEGABYTE,
		requestFiles: figures.requestFiles,
		requestBytes: figures.requestMegabytes * MEGABYTE
	};
}

/** A sender may take its time, but not hold a place for nothing: bytes a second on average, looked at from then on. */
export const SLOWEST_BYTES_A_SECOND = 16_000;
export const SLOW_AFTER_SECONDS = 10;

export const FILE_REFUSALS = [
	'empty',
	'too-large',
	'heic',
	'office',
	'archive',
	'svg',
	'type-mismatch',
	'unknown',
	'too-many-files',
	'request-full',
	'too-slow',
	'busy-person',
	'busy-service'
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

export interface FileFacts {
	readonly name: string;
	/** Media type as the browser declared it; phones often declare none. */
	readonly declaredType: string;
	readonly detectedType: DetectedType;
	/** Bytes. */
	readonly size: number;
}

export type FileJudgement =
	| { readonly ok: true; readonly type: AcceptedType }
	| { readonly ok: false; readonly reason: FileRefusal };

const TYPE_OF: Partial<Record<DetectedType, AcceptedType>> = {
	pdf: 'application/pdf',
	jpeg: 'image/jpeg',
	png: 'image/png'
};
const EXTENSION_TYPES: Readonly<Record<string, AcceptedType>> = {
	pdf: 'application/pdf',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	jfif: 'image/jpeg',
	png: 'image/png'
};
/** Declared types that say nothing, or say the same in an old word. */
const SAYS_NOTHING = ['', 'application/octet-stream'];
const OLD_WORDS: Readonly<Record<string, AcceptedType>> = {
	'image/jpg': 'image/jpeg',
	'image/pjpeg': 'image/jpeg',
	'application/x-pdf': 'application/pdf'
};

/**
 * Accepts a file whose content is a PDF, a JPEG or a PNG and whose name and declared type do not say
 * otherwise: the three must agree. A name without extension, or no declared type, says nothing.
 */
export function judgeFile(file: FileFacts, limits: PaperLimits = USUAL_LIMITS): FileJudgement {
	if (file.size <= 0) return { ok: false, reason: 'empty' };
	if (file.size > limits.fileBytes) return { ok: false, reason: 'too-large' };
	const type = TYPE_OF[file.detectedType];
	if (type === undefined) return { ok: false, reason: refusalOf(file.detectedType) };
	return nameAgrees(file.name, type) && declarationAgrees(file.declaredType, type)
		? { ok: true, type }
		: { ok: false, reason: 'type-mismatch' };
}

/** Whether one more file of `size` bytes fits beside what the request already holds. */
export function judgeQuota(
	held: { readonly files: number; readonly bytes: number },
	size: number,
	limits: PaperLimits = USUAL_LIMITS
): { readonly ok: true } | { readonly ok: false; readonly reason: FileRefusal } {
	if (held.files + 1 > limits.requestFiles) return { ok: false, reason: 'too-many-files' };
	if (held.bytes + size > limits.requestBytes) return { ok: false, reason: 'request-full' };
	return { ok: true };
}

function refusalOf(detected: DetectedType): FileRefusal {
	return detected === 'pdf' || detected === 'jpeg' || detected === 'png' ? 'unknown' : detected;
}

function nameAgrees(name: string, type: AcceptedType): boolean {
	const extension = /\.([^./\\\s]+)$/.exec(name)?.[1]?.toLowerCase();
	if (extension === undefined) return true;
	return Object.hasOwn(EXTENSION_TYPES, extension) && EXTENSION_TYPES[extension] === type;
}

function declarationAgrees(declared: string, type: AcceptedType): boolean {
	const plain = (declared.split(';')[0] ?? '').trim().toLowerCase();
	if (SAYS_NOTHING.includes(plain) || plain === type) return true;
	return Object.hasOwn(OLD_WORDS, plain) && OLD_WORDS[plain] === type;
}

/** Whether a body that brought so many bytes in so many seconds is too slow to go on with. */
export function isTooSlow(bytes: number, seconds: number): boolean {
	return seconds > SLOW_AFTER_SECONDS && bytes < seconds * SLOWEST_BYTES_A_SECOND;
}
