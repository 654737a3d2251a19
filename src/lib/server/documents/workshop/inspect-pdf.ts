import {
	PDFArray,
	PDFDict,
	PDFDocument,
	PDFName,
	PDFRawStream,
	type PDFObject
} from '@cantoo/pdf-lib';
import type { PdfFinding } from '../../../domain/documents/pdf-findings.ts';

/** Names of actions (value of /S) and of annotations (value of /Subtype), with what they are. */
const ACTIONS: Readonly<Record<string, PdfFinding>> = {
	JavaScript: 'script',
	Launch: 'launch',
	GoToR: 'link',
	GoToE: 'attachment',
	URI: 'link',
	SubmitForm: 'submit',
	ImportData: 'submit',
	Sound: 'media',
	Movie: 'media',
	Rendition: 'media',
	GoTo3DView: 'media',
	RichMediaExecute: 'media'
};
const ANNOTATIONS: Readonly<Record<string, PdfFinding>> = {
	FileAttachment: 'attachment',
	Sound: 'media',
	Movie: 'media',
	Screen: 'media',
	'3D': 'media',
	RichMedia: 'media'
};
/** Keys that are enough by themselves, wherever they are. */
const KEYS: Readonly<Record<string, PdfFinding>> = {
	JS: 'script',
	JavaScript: 'script',
	EmbeddedFiles: 'attachment',
	EF: 'attachment',
	XFA: 'xfa',
	AcroForm: 'form'
};

export type Inspection = { encrypted: boolean; findings: Set<PdfFinding> };

/**
 * Looks through every object of a PDF, those in compressed streams included, for what is not a page. Names are compared
 * as the format decodes them, so that "/J#61vaScript" is seen.
 * @returns null when the structure cannot be read: a file that only a lenient reader opens
 */
export async function inspectPdf(file: Buffer): Promise<Inspection | null> {
	let document: PDFDocument;
	try {
		document = await PDFDocument.load(file, { ignoreEncryption: true, updateMetadata: false });
	} catch {
		return null;
	}
	const findings = new Set<PdfFinding>();
	for (const [, object] of document.context.enumerateIndirectObjects()) note(object, findings, 0);
	return { encrypted: document.isEncrypted, findings };
}

const DEEPEST = 100;

function note(object: PDFObject, findings: Set<PdfFinding>, depth: number): void {
	if (depth > DEEPEST) return;
	if (object instanceof PDFRawStream) noteDict(object.dict, findings, depth);
	else if (object instanceof PDFDict) noteDict(object, findings, depth);
	else if (object instanceof PDFArray) {
		for (const item of object.asArray()) note(item, findings, depth + 1);
	}
}

function noteDict(dict: PDFDict, findings: Set<PdfFinding>, depth: number): void {
	for (const [key, value] of dict.entries()) {
		const name = key.decodeText();
		const found =
			KEYS[name] ??
			(name === 'S' ? ACTIONS[textOf(value)] : undefined) ??
			(name === 'Subtype' ? ANNOTATIONS[textOf(value)] : undefined);
		if (found) findings.add(found);
		note(value, findings, depth + 1);
	}
}

const textOf = (value: PDFObject) => (value instanceof PDFName ? value.decodeText() : '');
