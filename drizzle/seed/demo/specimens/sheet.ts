import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';

/** One line of a form: what it is called, and what it says. */
export type Line = readonly [term: string, value: string];

/** What a fictional document says: title, who gives it, lines, and what else is on the sheet. */
export type Sheet = {
	title: string;
	from: string;
	lines: readonly Line[];
	/** Sentences under the lines. */
	text?: readonly string[];
	/** A sheet of paper, or a card that lies on one. */
	shape?: 'page' | 'card';
	portrait?: boolean;
};

const INK = '#1d2b33';
const GREY = '#5d6b73';
const SEA = '#0b4f6c';
const [WIDTH, HEIGHT] = [595, 842];
const MARGIN = 56;

type Pdf = InstanceType<typeof PDFDocument>;

/**
 * Draws fictional documents, one a page. Each says across the page that it is a fictional specimen; none has an emblem,
 * a stamp or a signature of anybody.
 */
export async function drawSheets(sheets: readonly Sheet[]): Promise<Buffer> {
	const pdf = new PDFDocument({ size: [WIDTH, HEIGHT], margin: MARGIN, autoFirstPage: false });
	const whole = buffer(pdf);
	for (const sheet of sheets) {
		pdf.addPage();
		if (sheet.shape === 'card') drawCard(pdf, sheet);
		else drawPage(pdf, sheet);
		stamp(pdf);
	}
	pdf.end();
	return whole;
}

function drawPage(pdf: Pdf, { title, from, lines, text = [] }: Sheet): void {
	pdf.rect(0, 0, WIDTH, 18).fill(SEA);
	pdf.fillColor(GREY).font('Helvetica').fontSize(11).text(from, MARGIN, 44);
	pdf.fillColor(INK).font('Helvetica-Bold').fontSize(22).text(title, MARGIN, 84);
	const end = drawLines(pdf, lines, { x: MARGIN, y: 150, width: WIDTH - 2 * MARGIN, size: 12 });
	pdf.font('Helvetica').fontSize(12).fillColor(INK);
	pdf.text(text.join('\n\n'), MARGIN, end + 18, { width: WIDTH - 2 * MARGIN, lineGap: 4 });
	pdf
		.fillColor(GREY)
		.fontSize(9)
		.text('Document fictif, pour la démonstration.', MARGIN, HEIGHT - 72);
}

function drawCard(pdf: Pdf, { title, from, lines, portrait }: Sheet): void {
	const [x, y, width, height] = [60, 200, 475, 300];
	pdf.roundedRect(x, y, width, height, 16).fillAndStroke('#e9f2f4', '#9db4bd');
	pdf
		.fillColor(GREY)
		.font('Helvetica')
		.fontSize(9)
		.text(from, x + 20, y + 18);
	pdf
		.fillColor(SEA)
		.font('Helvetica-Bold')
		.fontSize(15)
		.text(title, x + 20, y + 32);
	if (portrait) drawFace(pdf, x + 20, y + 70);
	const left = portrait ? x + 165 : x + 20;
	drawLines(pdf, lines, { x: left, y: y + 74, width: x + width - 20 - left, size: 11 });
}

/** A face of nobody: a head and shoulders in one colour. */
function drawFace(pdf: Pdf, x: number, y: number): void {
	pdf.rect(x, y, 125, 160).fill('#d7dfe2');
	pdf.circle(x + 62, y + 62, 32).fill('#8fa3ac');
	pdf
		.moveTo(x + 8, y + 160)
		.quadraticCurveTo(x + 62, y + 76, x + 117, y + 160)
		.fill('#8fa3ac');
}

function drawLines(
	pdf: Pdf,
	lines: readonly Line[],
	{ x, y, width, size }: { x: number; y: number; width: number; size: number }
): number {
	let at = y;
	for (const [term, value] of lines) {
		pdf
			.fillColor(GREY)
			.font('Helvetica')
			.fontSize(size - 3)
			.text(term, x, at, { width });
		pdf
			.fillColor(INK)
			.font('Helvetica-Bold')
			.fontSize(size)
			.text(value, x, at + size, { width });
		at += size * 2.6;
		pdf
			.moveTo(x, at - 4)
			.lineTo(x + width, at - 4)
			.lineWidth(0.5)
			.stroke('#c9d3d7');
	}
	return at;
}

function stamp(pdf: Pdf): void {
	pdf.save();
	pdf.rotate(-32, { origin: [WIDTH / 2, HEIGHT / 2] });
	pdf.fillOpacity(0.16).fillColor('#a4262c').font('Helvetica-Bold').fontSize(60);
	pdf.text('SPECIMEN FICTIF', 0, HEIGHT / 2 - 40, {
		width: WIDTH,
		align: 'center',
		lineBreak: false
	});
	pdf.restore();
}
