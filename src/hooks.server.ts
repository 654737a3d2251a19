import type { HandleServerError } from '@sveltejs/kit';
import { fault, writeDown } from '$lib/server/hooks/fault.ts';
import { send } from '$lib/server/hooks/send.ts';
import { guard } from '$lib/server/hooks/guard.ts';
import { headers } from '$lib/server/hooks/headers.ts';
import { identify } from '$lib/server/hooks/identify.ts';
import { inTurn } from '$lib/server/hooks/in-turn.ts';
import { keep } from '$lib/server/hooks/keep.ts';
import { locale } from '$lib/server/hooks/locale.ts';
import { measure } from '$lib/server/hooks/measure.ts';
import { plainForms } from '$lib/server/hooks/plain-forms.ts';
import { sameOrigin } from '$lib/server/hooks/same-origin.ts';

/** Outermost first: headers must be on refusals and redirects too; the guard needs to know who asks, and in which language. */
export const handle = inTurn(
	measure,
	keep,
	send,
	headers,
	sameOrigin,
	plainForms,
	locale,
	fault,
	identify,
	guard
);

/** An unexpected fault: a reference for the person and for us, and nothing of the fault itself on the screen. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message };
	return { message, reference: writeDown(error, event) };
};
