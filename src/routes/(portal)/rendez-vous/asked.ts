import * as v from 'valibot';
import { dayFrom, instantFrom, isoInParis } from '$lib/server/appointments/iso-time.ts';
import type { Channel } from '$lib/server/appointments/channel.ts';

const code = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/));
const start = v.pipe(v.string(), v.transform(instantFrom), v.instance(Temporal.Instant));
const day = v.pipe(v.string(), v.transform(dayFrom), v.instance(Temporal.PlainDate));
const canal = v.picklist(['sur-place', 'telephone']);

export type Canal = v.InferOutput<typeof canal>;

/** What is posted to choose or to book a time. Other fields are refused. */
export const Visit = v.strictObject({
	motif: code,
	guichet: code,
	creneau: start,
	canal: v.optional(canal)
});

/** What is posted to move an appointment. */
export const NewTime = v.strictObject({ guichet: code, creneau: start });

const REFUSALS = ['time-taken', 'time-not-offered', 'too-many-choices', 'phone-missing'] as const;
/** The refusal as an address says it; null for those that the list answers otherwise. */
export function refusalIn(rule: string): (typeof REFUSALS)[number] | null {
	return REFUSALS.find((each) => each === rule) ?? null;
}

const absent = <S extends v.GenericSchema>(schema: S) => v.fallback(v.nullable(schema), null);

/** A query is typed, shared and cut by people: what does not read is as if it were not there. */
const Query = v.object({
	motif: absent(code),
	/** Absent: the person's own counter. A word that is no counter's: all of them. */
	guichet: absent(code),
	creneau: absent(start),
	jour: absent(day),
	refus: absent(v.picklist(REFUSALS)),
	canal: absent(canal),
	acces: absent(v.literal('sans-marche')),
	langue: absent(v.pipe(v.string(), v.regex(/^[\p{L}\p{M} '’-]{1,40}$/u))),
	commune: absent(v.pipe(v.string(), v.regex(/^\d{5}$/)))
});

export type Asked = v.InferOutput<typeof Query>;

/** What the address asks for. */
export function askedIn(url: URL): Asked {
	const names = Object.keys(Query.entries);
	return v.parse(
		Query,
		Object.fromEntries(names.map((name) => [name, url.searchParams.get(name)]))
	);
}

/** The time that the address names, to be carried to another one. */
export function choiceIn(url: URL) {
	const { motif, guichet, creneau, canal: how } = askedIn(url);
	return { motif, guichet, creneau: creneau && isoInParis(creneau), canal: how };
}

/** The fields of a form as an object, without SvelteKit's own marker of the action. */
export async function fieldsOf(request: Request): Promise<Record<string, unknown>> {
	return Object.fromEntries(await request.formData());
}

export function channelOf(how: Canal | null | undefined): Channel | null {
	if (!how) return null;
	return how === 'telephone' ? 'telephone' : 'on_site';
}

/** At the counter is what goes without saying. */
export function canalOf(channel: Channel): Canal | null {
	return channel === 'telephone' ? 'telephone' : null;
}
