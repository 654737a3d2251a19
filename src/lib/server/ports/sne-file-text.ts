import { SneFileRefused } from './sne-file-refused.ts';

/** A request weighs some kilobytes; beyond this it is not one, and is not even decoded. */
export const SNE_FILE_BYTES_MAX = 5 * 1024 * 1024;

/** Declared name → the decoder's. What a French administration's software writes, nothing else. */
const DECODERS: Readonly<Record<string, string>> = {
	'utf-8': 'utf-8',
	utf8: 'utf-8',
	'us-ascii': 'utf-8',
	'iso-8859-1': 'windows-1252',
	'iso-8859-15': 'iso-8859-15',
	'windows-1252': 'windows-1252'
};
const DECLARATION = /^<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/;

/**
 * The text of a file, from the encoding that it declares (UTF-8 when it declares none, as XML says).
 * @throws SneFileRefused `empty`, `too-large`, or `encoding` (unknown, or bytes that do not fit it).
 */
export function decodeSneFile(bytes: Uint8Array): string {
	if (bytes.byteLength > SNE_FILE_BYTES_MAX) throw new SneFileRefused('too-large');
	const text = decode(bytes).replace(/^\ufeff/, '');
	if (text.trim() === '') throw new SneFileRefused('empty');
	return text;
}

function decode(bytes: Uint8Array): string {
	const start = Buffer.from(bytes.subarray(0, 300))
		.toString('latin1')
		.replace(/^\xef\xbb\xbf/, '');
	const declared = (DECLARATION.exec(start)?.[1] ?? 'utf-8').toLowerCase();
	const decoder = Object.hasOwn(DECODERS, declared) ? DECODERS[declared] : undefined;
	if (decoder === undefined) throw new SneFileRefused('encoding');
	try {
		return new TextDecoder(decoder, { fatal: true }).decode(bytes);
	} catch {
		throw new SneFileRefused('encoding');
	}
}
