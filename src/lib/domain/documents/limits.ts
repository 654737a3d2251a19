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
	'request-full'
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
export function judgeFile(file: FileFacts): FileJudgement {
	if (file.size <= 0) return { ok: false, reason: 'empty' };
	if (file.size > FILE_BYTES_MAX) return { ok: false, reason: 'too-large' };
	const type = TYPE_OF[file.detectedType];
	if (type === undefined) return { ok: false, reason: refusalOf(file.detectedType) };
	return nameAgrees(file.name, type) && declarationAgrees(file.declaredType, type)
		? { ok: true, type }
		: { ok: false, reason: 'type-mismatch' };
}

/** Whether one more file of `size` bytes fits beside what the request already holds. */
export function judgeQuota(
	held: { readonly files: number; readonly bytes: number },
	size: number
): { readonly ok: true } | { readonly ok: false; readonly reason: FileRefusal } {
	if (held.files + 1 > REQUEST_FILES_MAX) return { ok: false, reason: 'too-many-files' };
	if (held.bytes + size > REQUEST_BYTES_MAX) return { ok: false, reason: 'request-full' };
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
