import * as v from 'valibot';
import { dayFrom, instantFrom } from '$lib/server/appointments/iso-time.ts';

const code = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/));
const start = v.pipe(v.string(), v.transform(instantFrom), v.instance(Temporal.Instant));
const day = v.pipe(v.string(), v.transform(dayFrom), v.instance(Temporal.PlainDate));

/** What is posted to choose or to book a time. Other fields are refused. */
export const Visit = v.strictObject({ motif: code, guichet: code, creneau: start });

/** What is posted to move an appointment. */
export const NewTime = v.strictObject({ guichet: code, creneau: start });

/** A query is typed, shared and cut by people: what does not read is as if it were not there. */
const Query = v.object({
	motif: v.fallback(v.nullable(code), null),
	/** Absent: the person's own counter. A word that is no counter's: all of them. */
	guichet: v.fallback(v.nullable(code), null),
	creneau: v.fallback(v.nullable(start), null),
	jour: v.fallback(v.nullable(day), null),
	refus: v.fallback(v.nullable(v.picklist(['time-taken', 'time-not-offered'])), null)
});

export type Asked = v.InferOutput<typeof Query>;

/** What the address asks for. */
export function askedIn(url: URL): Asked {
	const get = (name: string) => url.searchParams.get(name);
	return v.parse(Query, {
		motif: get('motif'),
		guichet: get('guichet'),
		creneau: get('creneau'),
		jour: get('jour'),
		refus: get('refus')
	});
}

/** The fields of a form as an object, without SvelteKit's own marker of the action. */
export async function fieldsOf(request: Request): Promise<Record<string, unknown>> {
	return Object.fromEntries(await request.formData());
}
