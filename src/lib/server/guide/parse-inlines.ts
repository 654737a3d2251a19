import type { Token, Tokens } from 'marked';
import type { Inline } from '../../domain/guide/blocks.ts';
import { BadText } from './bad-text.ts';

/** `[commission](mot:caleol)` names a word of the glossary; `[36 mois](a-confirmer:)` a statement to confirm. */
const TERM = /^mot:([a-z0-9-]+)$/;
const TO_CONFIRM = 'a-confirmer:';

/** @throws BadText on anything a text of ours does not use: HTML, code, struck words, links to odd places */
export function parseInlines(tokens: readonly Token[]): Inline[] {
	return tokens.flatMap((token) => inlinesOf(token));
}

function inlinesOf(token: Token): Inline[] {
	switch (token.type) {
		case 'text':
			return 'tokens' in token && token.tokens
				? parseInlines(token.tokens)
				: [{ kind: 'text', text: unescaped(String(token['text'])) }];
		case 'escape':
			return [{ kind: 'text', text: String(token['text']) }];
		case 'br':
			return [{ kind: 'text', text: ' ' }];
		case 'strong':
			return [{ kind: 'strong', inlines: parseInlines(token['tokens'] ?? []) }];
		case 'em':
			return [{ kind: 'emphasis', inlines: parseInlines(token['tokens'] ?? []) }];
		case 'link':
			return [link(token as Tokens.Link)];
		default:
			throw new BadText(`"${token.type}" has no place in a line: ${token.raw}`);
	}
}

function link(token: Tokens.Link): Inline {
	const inlines = parseInlines(token.tokens);
	const term = TERM.exec(token.href)?.[1];
	if (term) return { kind: 'term', slug: term, inlines };
	if (token.href === TO_CONFIRM) return { kind: 'to-confirm', inlines };
	if (!/^(?:\/[a-z0-9/?=&#-]*|#[a-z0-9-]+|https:\/\/\S+|tel:\+?\d+)$/.test(token.href)) {
		throw new BadText(`a link leads nowhere we know: ${token.raw}`);
	}
	return { kind: 'link', href: token.href, inlines };
}

/** The reader of Markdown has escaped these for HTML; we make no HTML by hand. */
function unescaped(text: string): string {
	return text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');
}
