import { deepInlines, inlinesOf, type Block } from '../../domain/guide/blocks.ts';
import { isChapter } from '../../domain/guide/chapters.ts';
import { isProcedure } from '../../domain/guide/procedures.ts';

/** Whether an address of ours is answered: a page of the site, a chapter, a procedure. */
export function isAnswered(address: string, pages: ReadonlySet<string>): boolean {
	const path = address.split(/[?#]/)[0]!;
	const [, folder, slug] = /^(\/guide|\/agent\/procedures)\/([a-z-]+)$/.exec(path) ?? [];
	if (folder === '/guide' && isChapter(slug!)) return true;
	if (folder === '/agent/procedures') return isProcedure(slug!);
	return pages.has(path);
}

/**
 * The links of a text that lead nowhere: to a page of ours that does not exist, or to a heading that the text does not
 * have. What stands elsewhere on the network is not looked at.
 * @param pages the addresses that the site answers to
 */
export function deadLinks(blocks: readonly Block[], pages: ReadonlySet<string>): string[] {
	const anchors = new Set(
		blocks.flatMap((block) => (block.kind === 'heading' ? [`#${block.id}`] : []))
	);
	return deepInlines(blocks.flatMap(inlinesOf))
		.flatMap((inline) => (inline.kind === 'link' ? [inline.href] : []))
		.filter((href) => {
			if (href.startsWith('#')) return !anchors.has(href);
			return href.startsWith('/') && !isAnswered(href, pages);
		});
}
