import sharp from 'sharp';

/** Two marks by which a test knows a corner of the page again, whatever was done to it. */
export const RED = [200, 30, 40];
export const BLUE = [30, 60, 200];
/** Where the page of `photoOfAPage` shows its number, in percent of the upright picture. */
export const NUMBER_AT = { left: 20, top: 30, width: 40, height: 4 };

type Photo = {
	/** Of the upright sheet, pixels. */
	width?: number;
	height?: number;
	/** Standard deviation of the blur, pixels. */
	blur?: number;
	/** EXIF orientation of a camera that was not held upright. */
	orientation?: number;
	/** Brightness of the scene: 1 in daylight. */
	light?: number;
	/** Makes one page different from another. */
	page?: number;
};

/**
 * A photo of a sheet of paper as a phone takes it: 12 megapixels of noise and lines of words, red at its top left, blue
 * at its bottom right, with a number in a frame, and the place where it was taken in its metadata.
 */
export async function photoOfAPage(photo: Photo = {}): Promise<Buffer> {
	const { width = 3024, height = 4032, blur = 0, orientation = 1, light = 1, page = 1 } = photo;
	const drawn = await sharp(Buffer.from(sheet(width, height, page)))
		.png()
		.toBuffer();
	const noise = { type: 'gaussian' as const, mean: 128, sigma: 14 };
	const grain = { width, height, channels: 3 as const, background: '#808080', noise };
	const soft = blur > 0 ? await sharp(drawn).blur(blur).png().toBuffer() : drawn;
	const lit = await sharp(soft).linear(light, 0).png().toBuffer();
	const taken = await sharp(lit)
		.composite([{ input: { create: grain }, blend: 'soft-light' }])
		.png()
		.toBuffer();
	return sharp(taken)
		.rotate(TURNED[orientation] ?? 0)
		.withMetadata({ orientation })
		.withExifMerge({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 34/1 0/1' } })
		.jpeg({ quality: 92 })
		.toBuffer();
}

/** How far the pixels lie from upright under each orientation. */
const TURNED: Readonly<Record<number, number>> = { 3: 180, 6: 270, 8: 90 };

function sheet(width: number, height: number, page: number): string {
	const rect = (x: number, y: number, w: number, h: number, fill: string) =>
		`<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`;
	const words: string[] = [];
	let seed = page;
	const chance = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
	for (let y = height * 0.12; y < height * 0.9; y += height / 60) {
		for (let x = width * 0.1; x < width * 0.85;) {
			const word = width * (0.01 + chance() * 0.05);
			words.push(rect(x, y, word, height / 160, '#222'));
			x += word + width * 0.012;
		}
	}
	const { left, top, width: wide, height: tall } = NUMBER_AT;
	const at = (percent: number, of: number) => (percent * of) / 100;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
		${rect(0, 0, width, height, '#8a7a66')}
		${rect(width * 0.05, height * 0.03, width * 0.9, height * 0.94, '#f4f2ec')}
		${words.join('')}
		${rect(at(left, width), at(top, height), at(wide, width), at(tall, height), '#ffffff')}
		${rect(0, 0, width * 0.06, height * 0.06, `rgb(${RED})`)}
		${rect(width * 0.94, height * 0.94, width * 0.06, height * 0.06, `rgb(${BLUE})`)}
	</svg>`;
}

/** The colour of a picture at a place given in percent of its upright width and height. */
export async function colourAt(picture: Buffer, x: number, y: number): Promise<number[]> {
	const { data, info } = await sharp(picture)
		.rotate()
		.removeAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	const [column, row] = [
		Math.min(info.width - 1, Math.floor((x * info.width) / 100)),
		Math.min(info.height - 1, Math.floor((y * info.height) / 100))
	];
	const from = (row * info.width + column) * 3;
	return [...data.subarray(from, from + 3)];
}

/** Whether two colours are the same to the eye, after a camera's noise and two encodings. */
export const alike = (one: number[], other: number[]) =>
	one.every((value, channel) => Math.abs(value - other[channel]!) < 45);
