/** What the first bytes of a file say it is, whatever its name. */
export type DetectedType =
	'pdf' | 'jpeg' | 'png' | 'heic' | 'office' | 'archive' | 'svg' | 'unknown';

/** How many of the first bytes `detectType` wants to see: enough for a tar header and a zip's first names. */
export const BYTES_TO_DETECT = 4096;

const SIGNATURES: readonly (readonly [type: DetectedType, offset: number, bytes: string])[] = [
	['pdf', 0, '%PDF-'],
	['jpeg', 0, '\xff\xd8\xff'],
	['png', 0, '\x89PNG\r\n\x1a\n'],
	['office', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
	['office', 0, '{\\rtf'],
	['archive', 0, 'Rar!\x1a\x07'],
	['archive', 0, "7z\xbc\xaf'\x1c"],
	['archive', 0, '\x1f\x8b'],
	['archive', 0, 'BZh'],
	['archive', 0, '\xfd7zXZ\0'],
	['archive', 257, 'ustar']
];

/** Brands of the HEIF family: what phones of one maker take by default. */
const HEIF_BRANDS = /^(?:hei[cxms]|hev[cxms]|mif1|msf1|avif|avis)$/;
const ZIP_MARKS = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];
/** The parts that every Office and OpenDocument zip names first. */
const OFFICE_PARTS =
	/\[Content_Types\]\.xml|_rels\/|(?:word|xl|ppt)\/|mimetypeapplication\/vnd\.oasis/;

/**
 * Detects by signature. A signature must be at its exact place: a PDF whose mark comes later is not one.
 * Says what a file claims to be, not that it is sound: images are re-encoded and PDF rendered elsewhere.
 */
export function detectType(firstBytes: Uint8Array): DetectedType {
	const head = asLatin1(firstBytes.subarray(0, BYTES_TO_DETECT));
	for (const [type, offset, bytes] of SIGNATURES) {
		if (head.startsWith(bytes, offset)) return type;
	}
	if (head.startsWith('ftyp', 4) && HEIF_BRANDS.test(head.slice(8, 12))) return 'heic';
	if (ZIP_MARKS.some((mark) => head.startsWith(mark))) {
		return OFFICE_PARTS.test(head) ? 'office' : 'archive';
	}
	return /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE svg|svg)/i.test(head) &&
		/<svg[\s>]/i.test(head)
		? 'svg'
		: 'unknown';
}

function asLatin1(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return text;
}
