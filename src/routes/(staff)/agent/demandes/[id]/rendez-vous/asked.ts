import * as v from 'valibot';
import { dayFrom, instantFrom } from '$lib/server/appointments/iso-time.ts';
import { PARIS_ZONE } from '$lib/domain/words.ts';

const code = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/));
const id = v.pipe(v.string(), v.uuid());
const start = v.pipe(v.string(), v.transform(instantFrom), v.instance(Temporal.Instant));
const day = v.pipe(v.string(), v.transform(dayFrom), v.instance(Temporal.PlainDate));
const channel = v.picklist(['on_site', 'telephone']);

/** What is posted to book a time of the list. Other fields are refused. */
export const Booking = v.strictObject({
	motif: code,
	guichet: code,
	mode: channel,
	creneau: start
});

/** What is posted to move an appointment. */
export const Move = v.strictObject({ rdv: id, guichet: code, creneau: start });

const hour = v.pipe(
	v.string(),
	v.regex(/^([01]\d|2[0-3]):[0-5]\d$/),
	v.transform((text) => Temporal.PlainTime.from(text))
);

/** What is posted to lay an appointment over another: a day and an hour on the wall in Paris, and why. */
export const Overbooking = v.pipe(
	v.strictObject({
		motif: code,
		guichet: code,
		mode: channel,
		jour: day,
		heure: hour,
		raison: v.pipe(v.string(), v.maxLength(2000))
	}),
	v.transform(({ jour, heure, ...rest }) => ({
		...rest,
		creneau: jour.toPlainDateTime(heure).toZonedDateTime(PARIS_ZONE).toInstant()
	}))
);

/** A query is typed and sent around: what does not read is as if it were not there. */
const Query = v.object({
	motif: v.fallback(v.nullable(code), null),
	guichet: v.fallback(v.nullable(code), null),
	mode: v.fallback(channel, 'on_site'),
	jour: v.fallback(v.nullable(day), null),
	deplacer: v.fallback(v.nullable(id), null),
	fait: v.fallback(v.nullable(v.picklist(['booked', 'moved', 'cancelled', 'overbooked'])), null)
});

export type Asked = v.InferOutput<typeof Query>;

/** What the address asks for. */
export function askedOf(url: URL): Asked {
	const names = ['motif', 'guichet', 'mode', 'jour', 'deplacer', 'fait'];
	return v.parse(
		Query,
		Object.fromEntries(names.map((name) => [name, url.searchParams.get(name)]))
	);
}

/** Posted fields as text, for the rules to read and for the form to keep. */
export async function typedIn(request: Request): Promise<Record<string, string>> {
	const entries = [...(await request.formData())];
	return Object.fromEntries(
		entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
	);
}
