import type { Page } from '@playwright/test';

/**
 * Words of the page that cannot be read whole: cut at the end of a line, or sticking out of their box, under what
 * stands beside it. An address, which has no place to be broken at, may be cut anywhere.
 */
export function illegibleOf(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found: string[] = [];
		const range = document.createRange();
		const linesOf = (node: Text, from: number, length: number) => {
			range.setStart(node, from);
			range.setEnd(node, from + length);
			return [...range.getClientRects()].filter(({ width }) => width > 1);
		};
		const boxOf = (element: Element) => {
			let box = element;
			while (getComputedStyle(box).display === 'inline') box = box.parentElement!;
			return box.getBoundingClientRect();
		};
		/** Not for screen readers alone: those texts lie in a box of one pixel. */
		const isSeen = (element: Element | null): boolean =>
			element === null ||
			(element.getBoundingClientRect().width > 2 && isSeen(element.parentElement));
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (texts.nextNode()) {
			const node = texts.currentNode as Text;
			const element = node.parentElement!;
			if (!element.checkVisibility() || element.closest('script, style')) continue;
			if (!isSeen(element)) continue;
			const box = boxOf(element);
			for (const { 0: token, index } of node.data.matchAll(/\S+/g)) {
				if (/@|:\/\//.test(token)) continue;
				const sticksOut = linesOf(node, index, token.length).some(
					({ left, right }) => left < box.left - 2 || right > box.right + 2
				);
				if (sticksOut) found.push(`${token} sticks out`);
				for (const word of token.matchAll(/[\p{L}\p{N}]{3,}/gu)) {
					const lines = linesOf(node, index + word.index, word[0].length);
					const heights = new Set(lines.map(({ top }) => Math.round(top)));
					if (heights.size > 1) found.push(`${word[0]} is cut`);
				}
			}
		}
		return found;
	});
}
