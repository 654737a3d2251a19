import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF as an independent reader (pdf.js) understands it. */
export type ReadPdf = {
	pages: string[];
	text: string;
	title: string;
	language: string | null;
	isMarked: boolean;
	/** Roles of the structure tree, in reading order, of all pages. */
	roles: string[];
	/** Languages named in the tree. */
	languages: string[];
	/** What pictures are said to be. */
	alternatives: string[];
	information: string;
	/** What the tree says is read where glyphs stand in another order (ActualText). */
	readAloud: string[];
};

type Node = { role?: string; lang?: string; alt?: string; children?: Node[] };

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
	const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
	const pdf = await task.promise;
	const metadata = await pdf.getMetadata();
	const information = metadata.info as Record<string, unknown>;
	const pages: string[] = [];
	const nodes: Node[] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		const { items } = await page.getTextContent();
		pages.push(
			items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('')
		);
		nodes.push(...flat((await page.getStructTree()) as Node | null));
	}
	const mark = await pdf.getMarkInfo();
	await task.destroy();
	return {
		pages,
		// Spaces differ from reader to reader; words do not.
		text: pages.join(' ').replace(/\s+/g, ' '),
		title: String(information['Title'] ?? ''),
		language: (information['Language'] as string | null) ?? null,
		isMarked: (mark as unknown as Map<string, boolean> | null)?.get('Marked') === true,
		roles: nodes.flatMap(({ role }) => role ?? []),
		languages: [...new Set(nodes.flatMap(({ lang }) => lang ?? []))],
		alternatives: nodes.flatMap(({ alt }) => alt ?? []),
		readAloud: actualTexts(bytes),
		information: JSON.stringify({ ...information, ...metadata.metadata?.getRaw?.() })
	};
}

function flat(node: Node | null): Node[] {
	return node ? [node, ...(node.children ?? []).flatMap(flat)] : [];
}

/** Objects of the tree are written plainly: /ActualText (UTF-16 with its mark, some bytes escaped). */
function actualTexts(bytes: Uint8Array): string[] {
	const raw = Buffer.from(bytes).toString('latin1');
	return [...raw.matchAll(/\/ActualText \(((?:\\[\s\S]|[^\\)])*)\)/g)].map(([, text = '']) => {
		const plain = text.replace(/\\([\s\S])/g, (_, sign: string) => ESCAPED[sign] ?? sign);
		return Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le');
	});
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
