import { describe, expect, it } from 'vitest';
import { cleanFileName } from './clean-file-name.ts';
import { detectType } from './detect-type.ts';
import {
	FILE_BYTES_MAX,
	isTooSlow,
	judgeFile,
	judgeQuota,
	paperLimits,
	REQUEST_BYTES_MAX
} from './limits.ts';

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const jpeg = {
	name: 'carte.jpg',
	declaredType: 'image/jpeg',
	detectedType: 'jpeg',
	size: 200_000
} as const;

describe('the first bytes say what a file is', () => {
	it.each([
		['pdf', '%PDF-1.7\n'],
		['jpeg', '\xff\xd8\xff\xe1\0\x10Exif'],
		['png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
		['heic', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
		['heic', '\0\0\0\x18ftypmif1\0\0\0\0'],
		['office', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'],
		['office', 'PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml'],
		['office', 'PK\x03\x04\x14\0\0\x08\0\0mimetypeapplication/vnd.oasis.opendocument.text'],
		['archive', 'PK\x03\x04\x14\0\0\0photos/plage.jpg'],
		['archive', 'Rar!\x1a\x07\x01\0'],
		['archive', '\x1f\x8b\x08\0'],
		['archive', 'a.txt'.padEnd(257, '\0') + 'ustar\0'],
		['svg', '<svg xmlns="http://www.w3.org/2000/svg">'],
		['svg', '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a --><svg onload="alert(1)">'],
		['unknown', '<!DOCTYPE html><html>'],
		['unknown', ' %PDF-1.7'],
		['unknown', 'GIF89a'],
		['unknown', 'MZ\x90\0'],
		['unknown', '\0\0\0\x18ftypmp42'],
		['unknown', '']
	])('%s', (type, head) => {
		expect(detectType(bytes(head))).toBe(type);
	});
});

describe('an applicant sends a file', () => {
	it.each([
		[jpeg, 'image/jpeg'],
		[{ ...jpeg, name: 'CARTE.JPEG', declaredType: 'image/jpg' }, 'image/jpeg'],
		[{ ...jpeg, name: 'image', declaredType: '' }, 'image/jpeg'],
		[{ ...jpeg, size: FILE_BYTES_MAX }, 'image/jpeg'],
		[{ ...jpeg, name: 'a.png', declaredType: 'image/png', detectedType: 'png' }, 'image/png'],
		[
			{ ...jpeg, name: 'a.pdf', declaredType: 'application/octet-stream', detectedType: 'pdf' },
			'application/pdf'
		]
	] as const)('%o is taken', (file, type) => {
		expect(judgeFile(file)).toEqual({ ok: true, type });
	});

	it.each([
		[{ ...jpeg, size: 0 }, 'empty'],
		[{ ...jpeg, size: FILE_BYTES_MAX + 1 }, 'too-large'],
		[{ ...jpeg, detectedType: 'heic' }, 'heic'],
		[{ ...jpeg, detectedType: 'office' }, 'office'],
		[{ ...jpeg, detectedType: 'archive' }, 'archive'],
		[{ ...jpeg, detectedType: 'svg' }, 'svg'],
		[{ ...jpeg, detectedType: 'unknown' }, 'unknown'],
		[{ ...jpeg, name: 'carte.pdf' }, 'type-mismatch'],
		[{ ...jpeg, name: 'carte.jpg.exe' }, 'type-mismatch'],
		[{ ...jpeg, name: 'carte.constructor' }, 'type-mismatch'],
		[{ ...jpeg, declaredType: 'text/html' }, 'type-mismatch'],
		[{ ...jpeg, detectedType: 'png' }, 'type-mismatch']
	] as const)('%o is refused by name: %s', (file, reason) => {
		expect(judgeFile(file)).toEqual({ ok: false, reason });
	});

	it('may send a thirtieth file, not one more, and no more than the request may hold', () => {
		expect(judgeQuota({ files: 29, bytes: 0 }, 1).ok).toBe(true);
		expect(judgeQuota({ files: 30, bytes: 0 }, 1)).toMatchObject({ reason: 'too-many-files' });
		expect(judgeQuota({ files: 1, bytes: REQUEST_BYTES_MAX - 1 }, 1).ok).toBe(true);
		expect(judgeQuota({ files: 1, bytes: REQUEST_BYTES_MAX }, 1)).toMatchObject({
			reason: 'request-full'
		});
	});
});

describe('a service that chose other figures', () => {
	const limits = paperLimits({ fileMegabytes: 20, requestFiles: 2, requestMegabytes: 30 });

	it('takes what they allow and no more', () => {
		expect(judgeFile({ ...jpeg, size: 20_000_000 }, limits).ok).toBe(true);
		expect(judgeFile({ ...jpeg, size: 20_000_001 }, limits)).toMatchObject({ reason: 'too-large' });
		expect(judgeQuota({ files: 1, bytes: 10_000_000 }, 20_000_000, limits).ok).toBe(true);
		expect(judgeQuota({ files: 2, bytes: 0 }, 1, limits)).toMatchObject({
			reason: 'too-many-files'
		});
		expect(judgeQuota({ files: 1, bytes: 10_000_001 }, 20_000_000, limits)).toMatchObject({
			reason: 'request-full'
		});
	});
});

it.each([
	[0, 10, false],
	[0, 10.1, true],
	[160_000, 10, false],
	[319_999, 20, true],
	[320_000, 20, false]
])('a sender that brought %i bytes in %d s is too slow: %s', (sent, seconds, slow) => {
	expect(isTooSlow(sent, seconds)).toBe(slow);
});

describe('the name of a sent file', () => {
	it.each([
		['carte.jpg', 'carte.jpg'],
		['re\u0301ce\u0301pisse\u0301.pdf', 'récépissé.pdf'],
		['C:\\Users\\moi\\avis.pdf', 'avis.pdf'],
		['../../etc/passwd', 'passwd'],
		['photo\u202egpj.exe', 'photogpj.exe'],
		['a\0b\r\n\tc.png', 'abc.png'],
		['.htaccess', 'htaccess'],
		['بطاقة الهوية.jpg', 'بطاقة الهوية.jpg'],
		['  deux   mots .pdf ', 'deux mots .pdf'],
		['..', 'document'],
		['', 'document']
	])('"%s" becomes "%s"', (raw, clean) => {
		expect(cleanFileName(raw)).toBe(clean);
	});

	it('is cut to 120 characters and keeps its extension', () => {
		const clean = cleanFileName(`${'é'.repeat(300)}.pdf`);
		expect(Array.from(clean)).toHaveLength(120);
		expect(clean.endsWith('.pdf')).toBe(true);
	});
});
