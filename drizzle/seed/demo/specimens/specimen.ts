import type { DemoFile } from '../demo-file.ts';
import { photographed, type Taken } from './photo.ts';
import { drawSheets } from './sheet.ts';
import { sheetsOf, type About } from './sheets.ts';

/** A fictional paper: which documents are in it, and whether it is a photo or a PDF. */
export type Specimen = { kinds: readonly string[]; taken: Taken | 'pdf' };

/** The file that somebody sends of it, named as a phone or a scanner names files. */
export async function specimenFile(
	{ kinds, taken }: Specimen,
	about: About,
	index: number
): Promise<DemoFile> {
	const document = await drawSheets(kinds.flatMap((kind) => sheetsOf(kind, about)));
	const number = String(1_040 + index);
	if (taken === 'pdf') {
		const fileName = `scan-${number}.pdf`;
		return { fileName, declaredType: 'application/pdf', bytes: document };
	}
	const fileName = `IMG_${number}.jpg`;
	return { fileName, declaredType: 'image/jpeg', bytes: await photographed(document, taken) };
}
