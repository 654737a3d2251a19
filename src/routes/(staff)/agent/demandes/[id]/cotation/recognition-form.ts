import * as v from 'valibot';
import { dayFrom } from '$lib/server/appointments/iso-time.ts';

/** What is posted to say that a situation is recognised. A recognised DALO is an event of the request. */
export const Recognised = v.strictObject({
	situation: v.picklist(['natural_disaster', 'housing_first']),
	depuis: v.pipe(v.string(), v.transform(dayFrom), v.instance(Temporal.PlainDate)),
	organisme: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120))
});

export const Ended = v.strictObject({ reconnaissance: v.pipe(v.string(), v.uuid()) });
