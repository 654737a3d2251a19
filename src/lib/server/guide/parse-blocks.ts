import { marked, type Token, type Tokens } from 'marked';
import type { Block, NoteTone } from '../../domain/guide/blocks.ts';
import { textOf } from '../../domain/guide/plain-text.ts';
import { plain } from '../../domain/counters/place-names.ts';
import { BadText } from './bad-text.ts';
import { parseInlines } from './parse-inlines.ts';

/** Notes are written as GitHub writes them: `> [!TIP]` on the first line of a quotation. */
const TONES: Readonly<Record<string, NoteTone>> = { NOTE: 'info', TIP: 'tip', WARNING: 'warning' };
const PICTURE = /^dessin:([a-z-]+)$/;

/**
 * Reads the body of a text into blocks. Two levels of heading, never a jump; no HTML.
 * @throws BadText on anything else
 */
export function parseBlocks(markdown: string): Block[] {
	const blocks = blocksOf(marked.lexer(markdown, { gfm: true }));
	checkHeadings(blocks);
	return withOwnIds(blocks);
}

function blocksOf(tokens: readonly Token[]): Block[] {
	return tokens.flatMap((token) => {
		const block = blockOf(token);
		return block ? [block] : [];
	});
}

function blockOf(token: Token): Block | null {
	switch (token.type) {
		case 'space':
			return null;
		case 'heading':
			return heading(token as Tokens.Heading);
		case 'paragraph':
			return picture(token as Tokens.Paragraph) ?? paragraph(token as Tokens.Paragraph);
		case 'text':
			return { kind: 'paragraph', inlines: parseInlines([token]) };
		case 'list':
			return list(token as Tokens.List);
		case 'blockquote':
			return note(token as Tokens.Blockquote);
		case 'table':
			return table(token as Tokens.Table);
		default:
			throw new BadText(`"${token.type}" has no place in a text: ${token.raw.slice(0, 80)}`);
	}
}

function heading({ depth, tokens, raw }: Tokens.Heading): Block {
	if (depth !== 2 && depth !== 3) throw new BadText(`only ## and ### are headings here: ${raw}`);
	const inlines = parseInlines(tokens);
	return { kind: 'heading', level: depth, id: idOf(textOf(inlines)), inlines };
}

/** Letters of any alphabet stay: an Arabic heading has an Arabic anchor. */
function idOf(text: string): string {
	const latin = plain(text).replaceAll(' ', '-');
	return latin || text.trim().replace(/[^\p{L}\p{N}]+/gu, '-');
}

const paragraph = ({ tokens }: Tokens.Paragraph): Block => ({
	kind: 'paragraph',
	inlines: parseInlines(tokens)
});

function picture({ tokens }: Tokens.Paragraph): Block | null {
	const [only, ...others] = tokens;
	if (only?.type !== 'image' || others.length > 0) return null;
	const image = only as Tokens.Image;
	const drawing = PICTURE.exec(image.href)?.[1];
	if (!drawing) throw new BadText(`a picture is one of our drawings: ${image.raw}`);
	if (image.text.trim() === '') throw new BadText(`a picture without its text: ${image.raw}`);
	return { kind: 'picture', drawing, alt: image.text };
}

const list = ({ ordered, items }: Tokens.List): Block => ({
	kind: 'list',
	ordered,
	items: items.map((item) => blocksOf(item.tokens))
});

function note({ tokens, raw }: Tokens.Blockquote): Block {
	const mark = /^>\s*\[!([A-Z]+)\]\s*\n/.exec(raw)?.[1] ?? '';
	const tone = TONES[mark];
	if (!tone) throw new BadText(`a note begins with > [!NOTE], [!TIP] or [!WARNING]: ${raw}`);
	const body = raw.replace(/^>\s?/gm, '').replace(/^\[![A-Z]+\]\s*\n/, '');
	return tokens.length > 0
		? { kind: 'note', tone, blocks: blocksOf(marked.lexer(body)) }
		: never(raw);
}

function never(raw: string): never {
	throw new BadText(`an empty note: ${raw}`);
}

const table = ({ header, rows }: Tokens.Table): Block => ({
	kind: 'table',
	head: header.map((cell) => parseInlines(cell.tokens)),
	rows: rows.map((row) => row.map((cell) => parseInlines(cell.tokens)))
});

function checkHeadings(blocks: readonly Block[]): void {
	let level = 1;
	for (const block of blocks) {
		if (block.kind !== 'heading') continue;
		if (block.level > level + 1) throw new BadText(`a heading jumps a level: ${block.id}`);
		level = block.level;
	}
}

/** Two headings may say the same; two anchors may not. */
function withOwnIds(blocks: readonly Block[]): Block[] {
	const taken = new Map<string, number>();
	return blocks.map((block) => {
		if (block.kind !== 'heading') return block;
		const times = (taken.get(block.id) ?? 0) + 1;
		taken.set(block.id, times);
		return times === 1 ? block : { ...block, id: `${block.id}-${times}` };
	});
}
