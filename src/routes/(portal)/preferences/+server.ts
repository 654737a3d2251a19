import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

const themes = ['light', 'dark', 'system'];
const aYear = 60 * 60 * 24 * 365;

/** Keeps the appearance a person chose. Back to the page they were on, which has to be one of ours. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
	const form = await request.formData();
	const theme = String(form.get('theme'));
	if (themes.includes(theme)) {
		cookies.set('theme', theme, { path: '/', maxAge: aYear, sameSite: 'lax' });
	}
	redirect(303, ours(String(form.get('retour') ?? '/'), url));
};

/** Somebody who reloads after choosing lands here by GET. */
export const GET: RequestHandler = () => redirect(303, '/');

function ours(address: string, { origin }: URL): string {
	const target = URL.canParse(address, origin) ? new URL(address, origin) : undefined;
	return target?.origin === origin ? target.pathname + target.search : '/';
}
