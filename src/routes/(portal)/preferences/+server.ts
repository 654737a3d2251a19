import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** What may be chosen, by name of the field and of the cookie. */
const choices: Readonly<Record<string, readonly string[]>> = {
	theme: ['light', 'dark', 'system'],
	taille: ['normale', 'grande', 'enorme'],
	contraste: ['normal', 'fort']
};
const aYear = 60 * 60 * 24 * 365;

/** Keeps the appearance a person chose. Back to the page they were on, which has to be one of ours. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	for (const [name, values] of Object.entries(choices)) {
		const value = String(form.get(name));
		// Read by the script of pages that are built once (lib/client/appearance.js).
		if (values.includes(value)) {
			cookies.set(name, value, { path: '/', maxAge: aYear, sameSite: 'lax', httpOnly: false });
		}
	}
	redirect(303, ours(String(form.get('retour') ?? '/'), url));
};

/** Somebody who reloads after choosing lands here by GET. */
export const GET: RequestHandler = () => redirect(303, '/');

function ours(address: string, { origin }: URL): string {
	const target = URL.canParse(address, origin) ? new URL(address, origin) : undefined;
	return target?.origin === origin ? target.pathname + target.search : '/';
}
