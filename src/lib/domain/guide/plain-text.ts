import type { Block, Inline } from './blocks.ts';

/** The words of inlines, without marks. */
export function textOf(inlines: readonly Inline[]): string {
	return inlines
		.map((inline) => (inline.kind === 'text' ? inline.text : textOf(inline.inlines)))
		.join('');
}

/** A block as lines of plain text: one a paragraph, a heading, an item of a list, a row of a table. */
export function linesOf(block: Block): string[] {
	switch (block.kind) {
		case 'heading':
		case 'paragraph':
			return [textOf(block.inlines)];
		case 'list':
			return block.items.map((item) => item.flatMap(linesOf).join(' '));
		case 'note':
			return block.blocks.flatMap(linesOf);
		case 'table':
			return block.rows.map((row) => row.map(textOf).join(', '));
		case 'picture':
			return [];
	}
}

/** Inlines as they are printed: what is not confirmed keeps its mark in words. */
export function printedText(inlines: readonly Inline[], toConfirm: string): string {
	return inlines
		.map((inline) => {
			if (inline.kind === 'text') return inline.text;
			const text = printedText(inline.inlines, toConfirm);
			return inline.kind === 'to-confirm' ? `${text} (${toConfirm})` : text;
		})
		.join('');
}
