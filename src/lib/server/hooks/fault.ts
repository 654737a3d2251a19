import { isHttpError, isRedirect, type Handle, type RequestEvent } from '@sveltejs/kit';
import forms from '../../client/phone/forms.ts?worker&url';
import { faultOf, log } from '../log.ts';
import { faultPage } from './fault-page.ts';

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
		return new Response(faultPage(writeDown(cause, event), forms), {
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
