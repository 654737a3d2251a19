import { json } from '@sveltejs/kit';
import { getLocale } from '$lib/paraglide/runtime.js';
import { textPassages } from '$lib/server/guide/passages-of.ts';
import type { RequestHandler } from './$types';

/** Built once a language: what a phone without a network looks through (lib/client/phone/search.ts). */
export const prerender = true;

export const GET: RequestHandler = () => json(textPassages(getLocale()));
