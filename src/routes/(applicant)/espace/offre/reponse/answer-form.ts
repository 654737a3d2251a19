import * as v from 'valibot';
import { REFUSAL_REASONS } from '$lib/domain/applications/event-details.ts';

const blank = <Schema extends v.GenericSchema<string, string>>(schema: Schema) =>
	v.optional(
		v.union([
			v.pipe(
				v.literal(''),
				v.transform(() => undefined)
			),
			schema
		])
	);

/** What the confirmation sends; only a refusal may say why. */
export const AnswerForm = v.strictObject({
	offre: v.pipe(v.string(), v.maxLength(40)),
	reponse: v.picklist(['oui', 'non']),
	raison: blank(v.picklist(REFUSAL_REASONS)),
	precisions: blank(v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(500)))
});
