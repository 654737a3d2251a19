import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';
import { SneFileRefused } from './sne-file-refused.ts';

export const SNE_NAMESPACE = 'http://nuu.application.i2/';
const ROOT = 'interfaceNuu';
/** The format is nine levels deep; a request with a large family has a few hundred elements and attributes. */
const DEPTH_MAX = 32;
const PARTS_MAX = 20_000;
const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** One element of the file. `taken` says that the reader has used it: the rest ends up in the list of what was left out. */
export interface SneNode {
	readonly name: string;
	/** Not of the register's namespace: kept only to be listed. */
	readonly foreign: boolean;
	readonly attributes: ReadonlyMap<string, string>;
	readonly takenAttributes: Set<string>;
	readonly children: SneNode[];
	text: string;
	taken: boolean;
}

/**
 * Reads a text into a small tree. Namespaces are resolved, so the prefix is free; a file without any
 * namespace is taken when its root has the right name. A DOCTYPE is refused as soon as it is met, so
 * there are no entities to expand and nothing outside the file is ever read.
 * @throws SneFileRefused `not-xml`, `doctype`, `not-sne`, `too-complex`.
 */
export function parseSneXml(text: string): SneNode {
	const parser = new SaxesParser({ xmlns: true });
	const open: SneNode[] = [];
	let root: SneNode | null = null;
	let count = 0;

	refuseWhatIsUnsafe(parser);
	const countOne = () => {
		count += 1;
		if (count > PARTS_MAX) throw new SneFileRefused('too-complex');
	};
	parser.on('attribute', countOne);
	parser.on('opentag', (tag) => {
		countOne();
		if (open.length >= DEPTH_MAX) throw new SneFileRefused('too-complex');
		const node = nodeOf(tag);
		if (root === null) {
			if (node.name !== ROOT || node.foreign) throw new SneFileRefused('not-sne');
			root = node;
		}
		open.at(-1)?.children.push(node);
		open.push(node);
	});
	parser.on('closetag', () => {
		open.pop();
	});
	const addText = (part: string) => {
		const node = open.at(-1);
		if (node) node.text += part;
	};
	parser.on('text', addText);
	parser.on('cdata', addText);
	parser.write(text).close();
	if (root === null) throw new SneFileRefused('not-xml');
	return root;
}

function refuseWhatIsUnsafe(parser: SaxesParser<{ xmlns: true }>): void {
	parser.on('error', () => {
		throw new SneFileRefused('not-xml');
	});
	parser.on('doctype', (doctype) => {
		// A web page saved by mistake starts with a DOCTYPE too: tell it as what it is.
		throw new SneFileRefused(/^\s*html\b/i.test(doctype) ? 'not-sne' : 'doctype');
	});
}

function nodeOf(tag: SaxesTagNS): SneNode {
	const attributes = new Map<string, string>();
	for (const attribute of Object.values(tag.attributes)) {
		const technical = attribute.prefix === 'xmlns' || attribute.name === 'xmlns';
		if (technical || attribute.uri === SCHEMA_INSTANCE) continue;
		attributes.set(attribute.local, attribute.value);
	}
	return {
		name: tag.local,
		foreign: tag.uri !== '' && tag.uri !== SNE_NAMESPACE,
		attributes,
		takenAttributes: new Set(),
		children: [],
		text: '',
		taken: false
	};
}
