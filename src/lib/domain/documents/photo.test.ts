import { describe, expect, it } from 'vitest';
import { FILE_CHOICE } from './accept.ts';
import { photoName, reducedSize } from './photo.ts';
import { pictureSize } from './picture-size.ts';
import { readingFaults } from './readable.ts';

describe('a photo before it leaves the phone', () => {
	it.each([
		[
			{ width: 4032, height: 3024 },
			{ width: 2400, height: 1800 }
		],
		[
			{ width: 3024, height: 4032 },
			{ width: 1800, height: 2400 }
		],
		[
			{ width: 1200, height: 900 },
			{ width: 1200, height: 900 }
		],
		[
			{ width: 9000, height: 1 },
			{ width: 2400, height: 1 }
		]
	])('of %o leaves as %o', (size, reduced) => {
		expect(reducedSize(size)).toEqual(reduced);
	});

	it.each([
		['IMG_2041.HEIC', 'IMG_2041.jpg'],
		['mon avis.2025.png', 'mon avis.2025.jpg'],
		['photo', 'photo.jpg'],
		['.jpg', 'photo.jpg']
	])('named %s is named %s', (name, after) => {
		expect(photoName(name)).toBe(after);
	});

	it('is chosen with a list that opens the camera and asks an iPhone for a JPEG', () => {
		expect(FILE_CHOICE).toContain('application/pdf');
		expect(FILE_CHOICE).not.toMatch(/hei[cf]/i);
	});
});

const exif = (orientation: number, little = true) => {
	const tiff = Buffer.alloc(26);
	const write = (value: number, at: number, bytes: 2 | 4) =>
		little ? tiff.writeUIntLE(value, at, bytes) : tiff.writeUIntBE(value, at, bytes);
	tiff.write(little ? 'II' : 'MM', 0, 'latin1');
	write(42, 2, 2);
	write(8, 4, 4);
	write(1, 8, 2);
	write(0x0112, 10, 2);
	write(3, 12, 2);
	write(1, 14, 4);
	write(orientation, 18, 2);
	return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
};
const segment = (marker: number, body: Buffer) => {
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(body.length + 2, 2);
	return Buffer.concat([head, body]);
};
const frame = (width: number, height: number, marker = 0xc0) => {
	const body = Buffer.alloc(15);
	body.writeUInt8(8, 0);
	body.writeUInt16BE(height, 1);
	body.writeUInt16BE(width, 3);
	return segment(marker, body);
};
const jpeg = (...segments: Buffer[]) => Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments]);

describe('the size of a picture, from its first bytes', () => {
	const tables = segment(0xc4, Buffer.alloc(40));

	it.each<[string, Buffer]>([
		['a plain JPEG', jpeg(frame(4000, 3000))],
		['a progressive one, after its tables', jpeg(tables, frame(4000, 3000, 0xc2))],
		['one that a camera says is upright', jpeg(exif(1), frame(4000, 3000))],
		['one upside down', jpeg(exif(3), frame(4000, 3000))],
		['one held sideways', jpeg(exif(6), frame(3000, 4000))],
		['one held sideways, written the other way round', jpeg(exif(8, false), frame(3000, 4000))],
		['one with a long profile before', jpeg(segment(0xe2, Buffer.alloc(60_000)), frame(4000, 3000))]
	])('%s', (_what, bytes) => {
		expect(pictureSize(bytes)).toEqual({ width: 4000, height: 3000 });
	});

	it('a PNG', () => {
		const bytes = Buffer.alloc(24);
		bytes.writeUInt32BE(0x89504e47, 0);
		bytes.writeUInt32BE(64, 16);
		bytes.writeUInt32BE(32, 20);
		expect(pictureSize(bytes)).toEqual({ width: 64, height: 32 });
	});

	it.each<[string, Buffer]>([
		['nothing', Buffer.alloc(0)],
		['a PDF', Buffer.from('%PDF-1.7 and so on and on')],
		['a JPEG cut in its first segments', jpeg(exif(6)).subarray(0, 20)],
		['a JPEG whose segments do not follow', jpeg(Buffer.alloc(40, 7))],
		['a segment without length', jpeg(Buffer.from([0xff, 0xe0, 0, 0]), Buffer.alloc(40))],
		['a frame of no width', jpeg(frame(0, 3000))]
	])('%s does not say', (_what, bytes) => {
		expect(pictureSize(bytes)).toBeNull();
	});
});

describe('whether an agent will be able to read it', () => {
	const [width, height] = [300, 400];
	const large = { width: 3000, height: 4000 };

	/** Lines of small strokes on paper of this grey, in ink of that, on a table twice as dark. */
	function page(paper: number, ink: number, softened = 0) {
		let values = Uint8Array.from({ length: width * height }, (_, at) => {
			const [x, y] = [at % width, Math.floor(at / width)];
			if (x < 60 || y < 40) return paper / 2;
			return y % 8 < 4 && (x * 7 + y * 3) % 5 < 2 ? ink : paper;
		});
		for (let pass = 0; pass < softened; pass += 1) values = soften(values);
		return { width, height, values };
	}
	const soften = (from: Uint8Array) =>
		from.map((value, at) => {
			const near = [-1, 1, -width, width].map((step) => from[at + step] ?? value);
			return (value + near.reduce((sum, one) => sum + one, 0)) / 5;
		});

	it('a sharp, clear photo needs no advice', () => {
		expect(readingFaults(large, page(230, 40))).toEqual([]);
	});

	it('a small, a dark and a blurred one are named', () => {
		expect(readingFaults({ width: 640, height: 480 }, page(230, 40))).toEqual(['too-small']);
		expect(readingFaults(large, page(70, 10))).toEqual(['too-dark']);
		expect(readingFaults(large, page(230, 40, 12))).toEqual(['blurred']);
	});

	it('an empty page is neither sharp nor blurred', () => {
		expect(readingFaults(large, page(230, 230))).toEqual([]);
		expect(readingFaults(large, { width: 1, height: 1, values: Uint8Array.of(200) })).toEqual([]);
	});

	it('pale ink on bright paper is not called blurred', () => {
		expect(readingFaults(large, page(240, 190))).toEqual([]);
	});
});
