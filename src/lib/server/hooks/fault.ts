import { isHttpError, isRedirect, type Handle, type RequestEvent } from '@sveltejs/kit';
import template from '../../../error.html?raw';
import forms from '../../client/phone/forms.ts?worker&url';
import * as m from '../../paraglide/messages.js';
import { getLocale, getTextDirection } from '../../paraglide/runtime.js';
import { faultOf, log } from '../log.ts';

/**
 * A fault of the hooks themselves: nobody can be known while the database is away. SvelteKit answers it with the page of
 * last resort, past every hook. The same page leaves from here instead: with the headers of a personal page, a
 * reference, and the script that says to the forms of this tab that nothing of them arrived (kept-form.ts).
 */
export const fault: Handle = async ({ event, resolve }) => {
	try {
		return await resolve(event);
	} catch (cause) {
		const isForReading = event.request.headers.get('accept')?.includes('text/html');
		if (isHttpError(cause) || isRedirect(cause) || !isForReading) throw cause;
		return new Response(pageWith(writeDown(cause, event)), {
			status: 500,
			headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
		});
	}
};

/** @returns the reference under which a fault stands in the log */
export function writeDown(error: unknown, event: RequestEvent): string {
	const reference = crypto.randomUUID().slice(0, 8);
	const { method } = event.request;
	log.error(
		{ reference, route: event.route.id, method, fault: faultOf(error) },
		'unexpected fault'
	);
	return reference;
}

function pageWith(reference: string): string {
	const locale = getLocale();
	const inTheirs = `lang="${locale}" dir="${getTextDirection(locale)}"`;
	// The empty address is the page that was asked for.
	const said = `<p ${inTheirs}><a href="">${m.shell_reload()}</a></p>
		<p ${inTheirs}>${m.shell_error_reference({ id: reference })}</p>`;
	return template
		.replaceAll('%sveltekit.status%', '500')
		.replace('<!--script-->', `<script type="module" src="${forms}"></script>`)
		.replace('<!--said-->', said);
}
