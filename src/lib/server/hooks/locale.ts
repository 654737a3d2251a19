import type { Handle } from '@sveltejs/kit';
import { appearance } from '../../client/appearance.js';
import { getTextDirection } from '../../paraglide/runtime.js';
import { paraglideMiddleware } from '../../paraglide/server.js';

/** What a person may choose, by the cookie that keeps it; the first is how a page is without a choice. */
const CHOICES = {
	theme: ['system', 'light', 'dark'],
	taille: ['normale', 'grande', 'enorme'],
	contraste: ['normal', 'fort']
} as const;
const NAMES = Object.keys(CHOICES) as (keyof typeof CHOICES)[];

/** Language from the address, writing direction from the language, appearance from the person's choice. */
export const locale: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ request, locale: language }) => {
		event.request = request;
		return resolve(event, {
			transformPageChunk: ({ html }) => {
				const spoken = html
					.replace('%lang%', language)
					.replace('%dir%', getTextDirection(language))
					.replace('<!--appearance-->', `<script>${appearance}</script>`);
				return NAMES.reduce(
					(page, name) => page.replace(`%${name}%`, chosen(name, event.cookies.get(name))),
					spoken
				);
			}
		});
	});

function chosen(name: keyof typeof CHOICES, kept: string | undefined): string {
	const choices: readonly string[] = CHOICES[name];
	return kept !== undefined && choices.includes(kept) ? kept : choices[0]!;
}
