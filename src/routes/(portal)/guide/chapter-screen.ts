import { dateInWords } from '$lib/domain/words.ts';
import { textOf } from '$lib/domain/guide/plain-text.ts';
import type { ReadChapter } from '$lib/server/guide/read-chapter.ts';

/** What the page of a chapter shows. Days are in words; the text stays in its own blocks. */
export function chapterScreen(read: ReadChapter, locale: string) {
	const { chapter, edition } = read;
	const { checked, blocks, ...head } = chapter;
	return {
		...read,
		chapter: { ...head, blocks },
		checked: dateInWords(Temporal.PlainDate.from(checked), locale),
		/** The language of the text, where it is not that of the page. */
		lang: edition === 'fr-simple' ? 'fr' : edition,
		simple: edition === 'fr-simple',
		/** Translations that nobody has proof-read say so. */
		unread: !edition.startsWith('fr') && chapter.proofread_by === null,
		contents: blocks.flatMap((block) =>
			block.kind === 'heading' && block.level === 2
				? [{ id: block.id, text: textOf(block.inlines) }]
				: []
		)
	};
}

export type ChapterScreen = ReturnType<typeof chapterScreen>;
