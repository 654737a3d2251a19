import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Rotation } from '../../domain/documents/paper-codes.ts';
import { imagePdf } from './image-pdf.ts';

const MARK = 'Copie pour demande de logement social – CASA – 26 novembre 2026 (é)';
const [WIDTH, HEIGHT] = [300, 424];

/** The page as a reader shows it, in shades of grey: one blue sheet, marked or not. */
async function shown(rotation: Rotation, mark: string | null) {
	const sheet = { width: WIDTH, height: HEIGHT, channels: 3, background: '#3060c0' } as const;
	const bytes = await sharp({ create: sheet }).jpeg().toBuffer();
	const open = () => Readable.from([bytes]);
	const page = { width: WIDTH, height: HEIGHT, rotation, byteSize: bytes.length, open };
	const library = await PDFiumLibrary.init();
	const pdf = await library.loadDocument(await buffer(Readable.from(imagePdf([page], mark))));
	const { width, height, data } = await pdf.getPage(0).render({ scale: 1, render: 'bitmap' });
	const grey = await sharp(data, { raw: { width, height, channels: 4 } })
		.removeAlpha()
		.greyscale()
		.raw()
		.toBuffer();
	return { width, height, at: (x: number, y: number) => grey[y * width + x]! };
}

/** How many pixels of a part of the page are darker or lighter than the sheet. */
function touched(
	page: Awaited<ReturnType<typeof shown>>,
	[left, top, right, bottom]: readonly [number, number, number, number]
): number {
	const sheet = page.at(page.width - 3, 3);
	let count = 0;
	for (let y = top; y < bottom; y += 1) {
		for (let x = left; x < right; x += 1) if (Math.abs(page.at(x, y) - sheet) > 6) count += 1;
	}
	return count;
}

describe('the mark on a copy that leaves', () => {
	it.each([0, 90, 180, 270] as const)(
		'is at the foot and across the page, upright on a page turned by %i',
		async (rotation) => {
			const page = await shown(rotation, MARK);
			const { width, height } = page;
			const upright = rotation % 180 === 0;
			expect([width > height, height > width]).toEqual([!upright, upright]);
			// The light band takes the whole of the foot, and nothing of the head.
			expect(touched(page, [0, height - 16, width, height])).toBeGreaterThan(width * 14);
			expect(touched(page, [0, 0, width, 16])).toBeLessThan(width);
			// Faint letters run through the middle.
			const [x, y] = [Math.round(width / 2), Math.round(height / 2)];
			expect(touched(page, [x - 60, y - 60, x + 60, y + 60])).toBeGreaterThan(100);
		}
	);

	it('is not there when the service wants none: every pixel is the paper’s', async () => {
		const page = await shown(0, null);
		expect(touched(page, [0, 0, page.width, page.height])).toBe(0);
	});
});
