import PDFDocument from 'pdfkit';
import { now } from '../../clock.ts';
import { breakLines } from './break-lines.ts';
import { isRightToLeft, visualRuns, type Run } from './bidi-runs.ts';
import { FONT_FILES, fontFile, type FontName } from './fonts.ts';

/** A face and its bold one, by the letters a run is written in. */
const FACES = {
	latin: ['regular', 'bold'],
	cyrillic: ['cyrillic', 'cyrillicBold'],
	arabic: ['arabic', 'arabicBold']
} as const satisfies Record<string, readonly [FontName, FontName]>;
const CYRILLIC = /[\u0400-\u04ff]/;

/** Colours of the site, for paper: white ground, no dark theme. */
export const INK = '#13232b';
export const MUTED = '#4a5b63';
export const SEA = '#0b4f6c';
export const SUN = '#f5b84b';
export const LINE = '#d8cdb9';
export const WASH = '#f4f8f9';

/** Points. A4, with the margins of an office printer and room for a punch at the side. */
export const MARGIN = { left: 57, right: 51, top: 54, bottom: 62 };
const LEADING = 1.34;
/**
 * What the faces do beyond plain letters: nothing that joins letters into one sign where Arabic does not ask for it,
 * for a joined sign is copied out of the document in the wrong order.
 */
const FEATURES = { liga: false, dlig: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[];

export type Face = { size: number; bold?: boolean; colour?: string };
/** Where a text stands: from `x`, at most `width` wide. */
export type Place = { x: number; width: number };
type Element = PDFKit.PDFStructureElement;
type ElementOptions = {
	lang?: string;
	alt?: string;
	actual?: string;
	bbox?: [number, number, number, number];
};

/**
 * Sheets of paper that carry their own structure (PDF/UA, ISO 14289-1): whatever is written is part of a tree that a
 * screen reader follows, whatever is only drawn is marked as such. Written from top to bottom.
 */
export class Paper {
	readonly pdf: PDFKit.PDFDocument;
	readonly root: Element;
	/** Where the next thing stands, from the top of the page. */
	y = MARGIN.top;
	/** Of words, at 1000 points. */
	private readonly widths = new Map<string, number>();

	constructor({ title, lang }: { title: string; lang: string }) {
		// PDF/UA is younger than the types of the library.
		const options = {
			size: 'A4',
			margins: MARGIN,
			pdfVersion: '1.7',
			subset: 'PDF/UA',
			tagged: true,
			displayTitle: true,
			lang,
			bufferPages: true,
			info: {
				Title: title,
				Creator: 'Guichet Logement',
				Producer: 'Guichet Logement',
				CreationDate: new Date(now().epochMilliseconds)
			}
		};
		this.pdf = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
		for (const name of Object.keys(FONT_FILES) as FontName[]) {
			this.pdf.registerFont(name, fontFile(name));
		}
		this.root = this.pdf.struct('Document');
		this.pdf.addStructure(this.root);
	}

	get width(): number {
		return this.pdf.page.width - MARGIN.left - MARGIN.right;
	}

	/** All of the width between the margins. */
	get column(): Place {
		return { x: MARGIN.left, width: this.width };
	}

	/** Goes on on a new page unless so much room is left on this one. */
	keep(height: number): void {
		if (this.y + height <= this.pdf.page.height - MARGIN.bottom) return;
		this.pdf.addPage();
		this.y = MARGIN.top;
	}

	/** A part of the tree that holds others. */
	group(parent: Element, tag: string, options: ElementOptions, inside: (group: Element) => void) {
		const element = this.pdf.struct(tag, options);
		parent.add(element);
		inside(element);
		element.end();
	}

	/** A text as a leaf of the tree, at the present height. */
	text(parent: Element, tag: string, text: string, face: Face, place: Place, lang?: string): void {
		// Arabic glyphs stand in the order of the paper: the tree says what is read.
		const options = { ...(lang && { lang }), ...(isRightToLeft(text) && { actual: text }) };
		this.leaf(parent, tag, options, () => this.write(text, face, place));
	}

	/** A leaf of the tree: what `draw` draws is its content. */
	leaf(parent: Element, tag: string, options: ElementOptions, draw: () => void): void {
		this.group(parent, tag, options, (element) => {
			const content = this.pdf.markStructureContent(tag);
			draw();
			this.pdf.endMarkedContent();
			element.add(content);
		});
	}

	/** Rules, grounds, the foot of the page: nothing to read. */
	ornament(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
		this.pdf.markContent('Artifact', { type });
		this.pdf.save();
		draw();
		this.pdf.restore();
		this.pdf.endMarkedContent();
	}

	/** How high a text of this face will be in this width. */
	heightOf(text: string, face: Face, width: number): number {
		return this.lines(text, face, width).length * lineHeight(face);
	}

	private lines(text: string, face: Face, width: number): string[] {
		// No face here has the narrow no-break space of amounts; the other one looks the same in print.
		const known = text.replaceAll('\u202f', '\u00a0');
		return breakLines(known, width, (part) => this.sumOfWords(part, face));
	}

	/** Writes a text and moves below it. To be called inside a leaf. */
	write(text: string, face: Face, { x, width }: Place): void {
		const base = isRightToLeft(text) ? 'rtl' : 'ltr';
		for (const line of this.lines(text, face, width)) {
			const from = base === 'rtl' ? x + width - this.widthOf(line, face) : x;
			this.line(line, face, from, base);
			this.y += lineHeight(face);
		}
	}

	/** The width of one line, as it will be written. */
	widthOf(line: string, face: Face): number {
		const runs = visualRuns(line, isRightToLeft(line) ? 'rtl' : 'ltr');
		if (runs.length < 2 && !runs[0]?.isRightToLeft) return this.sumOfWords(line, face);
		return runs.reduce((sum, run) => sum + this.runWidth(run, face), 0);
	}

	/** The width that a line needs so that it is not broken. */
	roomFor(line: string, face: Face): number {
		return Math.max(this.widthOf(line, face), this.sumOfWords(line, face)) + 0.5;
	}

	/** Of its words and of the spaces between them: no face here kerns across a space. */
	private sumOfWords(line: string, face: Face): number {
		const words = line.split(' ');
		const spaces = (words.length - 1) * this.wordWidth(' ', face);
		return words.reduce((sum, word) => sum + this.wordWidth(word, face), spaces);
	}

	private runWidth(run: Run, face: Face): number {
		this.choose(run, face);
		return this.pdf.widthOfString(run.text, { features: FEATURES });
	}

	/** Shaping a word costs a hundred times what remembering its width does, and every line is measured several times. */
	private wordWidth(word: string, face: Face): number {
		const key = `${face.bold ? 'b' : ''} ${word}`;
		let width = this.widths.get(key);
		if (width === undefined) {
			const big = { ...face, size: 1000 };
			width = visualRuns(word, 'ltr').reduce((sum, run) => sum + this.runWidth(run, big), 0);
			this.widths.set(key, width);
		}
		return (width * face.size) / 1000;
	}

	private line(line: string, face: Face, from: number, base: 'ltr' | 'rtl'): void {
		let x = from;
		// The space at the end parts a line from the next when the text is read out or copied.
		for (const run of visualRuns(base === 'rtl' ? line : `${line} `, base)) {
			const width = base === 'rtl' ? this.runWidth(run, face) : 0;
			this.choose(run, face);
			this.pdf.fillColor(face.colour ?? INK);
			const options = { lineBreak: false, features: FEATURES, baseline: 'alphabetic' as const };
			this.pdf.text(run.text, x, this.y + face.size, options);
			x += width;
		}
	}

	private choose({ text, isRightToLeft }: Run, face: Face): void {
		const faces = isRightToLeft ? FACES.arabic : CYRILLIC.test(text) ? FACES.cyrillic : FACES.latin;
		this.pdf.font(faces[face.bold ? 1 : 0]).fontSize(face.size);
	}
}

export const lineHeight = ({ size }: Face): number => size * LEADING;
