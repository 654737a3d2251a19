import type { Handle } from '@sveltejs/kit';
import { getTextDirection } from '../../paraglide/runtime.js';
import { paraglideMiddleware } from '../../paraglide/server.js';

const THEMES = new Set(['light', 'dark']);

/** Language from the address, writing direction from the language, light or dark from the person's choice. */
export const locale: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ request, locale: language }) => {
		event.request = request;
		const chosen = event.cookies.get('theme') ?? '';
		const theme = THEMES.has(chosen) ? chosen : 'system';
		return resolve(event, {
			transformPageChunk: ({ html }) =>
				html
					.replace('%lang%', language)
					.replace('%dir%', getTextDirection(language))
					.replace('%theme%', theme)
		});
	});
