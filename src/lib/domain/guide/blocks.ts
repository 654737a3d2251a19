/**
 * What a chapter is made of once read: a small closed set, so that a page, a PDF, a search index and a
 * reading voice are all made from the same thing, and no raw HTML ever travels from a text to a screen.
 */
export type Inline =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'strong'; readonly inlines: readonly Inline[] }
	| { readonly kind: 'emphasis'; readonly inlines: readonly Inline[] }
	| { readonly kind: 'link'; readonly href: string; readonly inlines: readonly Inline[] }
	/** A word of the glossary, explained at the foot of the page. */
	| { readonly kind: 'term'; readonly slug: string; readonly inlines: readonly Inline[] }
	/** A statement that is not confirmed by the service. */
	| { readonly kind: 'to-confirm'; readonly inlines: readonly Inline[] };

export const NOTE_TONES = ['info', 'warning', 'tip'] as const;
export type NoteTone = (typeof NOTE_TONES)[number];

export type Block =
	| {
			readonly kind: 'heading';
			readonly level: 2 | 3;
			readonly id: string;
			readonly inlines: readonly Inline[];
	  }
	| { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
	| {
			readonly kind: 'list';
			readonly ordered: boolean;
			readonly items: readonly (readonly Block[])[];
	  }
	| { readonly kind: 'note'; readonly tone: NoteTone; readonly blocks: readonly Block[] }
	| { readonly kind: 'picture'; readonly drawing: string; readonly alt: string }
	| {
			readonly kind: 'table';
			readonly head: readonly (readonly Inline[])[];
			readonly rows: readonly (readonly (readonly Inline[])[])[];
	  };

/** Every inline of a block and of what it holds, in reading order. */
export function inlinesOf(block: Block): readonly Inline[] {
	switch (block.kind) {
		case 'heading':
		case 'paragraph':
			return block.inlines;
		case 'list':
			return block.items.flat().flatMap(inlinesOf);
		case 'note':
			return block.blocks.flatMap(inlinesOf);
		case 'table':
			return [...block.head, ...block.rows.flat()].flat();
		case 'picture':
			return [];
	}
}

/** Inlines with those they hold, in reading order. */
export function deepInlines(inlines: readonly Inline[]): Inline[] {
	return inlines.flatMap((inline) =>
		'inlines' in inline ? [inline, ...deepInlines(inline.inlines)] : [inline]
	);
}
