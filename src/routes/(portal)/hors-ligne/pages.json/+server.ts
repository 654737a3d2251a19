import { json } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { keptForOffline } from '$lib/server/guide/kept-for-offline.ts';
import { act } from '$lib/server/http.ts';
import { version } from '$app/environment';
import type { RequestHandler } from './$types';
import face from '$lib/styles/fonts/atkinson-hyperlegible-next-latin.woff2?url';
import card from '$lib/client/phone/card.ts?worker&url';
import forms from '$lib/client/phone/forms.ts?worker&url';
import search from '$lib/client/phone/search.ts?worker&url';
import shell from '$lib/client/phone/shell.ts?worker&url';

/** What the worker keeps for reading without a network, in one language; nothing of anybody's. */
export const GET: RequestHandler = async ({ locals }) => {
	const locale = getLocale();
	const pages = await act(locals, (tx) => keptForOffline(tx, locals.actor, locale));
	return json({ version, pages, files: [shell, search, card, forms, face] });
};
