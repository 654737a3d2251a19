import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { dayText } from '$lib/domain/counters/typed-values.ts';
import type { Fields } from '$lib/server/documents/read-upload.ts';
import type { Scan } from '$lib/server/documents/scan-for-person.ts';

const PRESENCE: Readonly<Record<string, boolean>> = { oui: true, non: false };

const FORM = v.strictObject({
	piece: v.pipe(v.string('scan-kind'), v.nonEmpty('scan-kind'), v.maxLength(60, 'scan-kind')),
	personne: v.optional(v.pipe(v.string(), v.maxLength(40)), ''),
	recu: v.union([dayText], 'scan-date'),
	presence: v.picklist(Object.keys(PRESENCE), 'scan-present'),
	envoi: v.pipe(v.string(), v.uuid())
});

/** What the form says of the paper that was scanned. @throws RuleBroken the first rule that a field breaks */
export function scanOf(fields: Fields): Scan {
	const read = v.safeParse(FORM, Object.fromEntries(fields));
	if (!read.success) {
		const rule = read.issues.map(({ message }) => message).find((said) => /^scan-/.test(said));
		throw new RuleBroken(rule ?? 'scan-form');
	}
	const { piece, personne, recu, presence, envoi } = read.output;
	return {
		real: { category: piece, personId: personne || null },
		receivedOn: recu,
		isPresent: PRESENCE[presence]!,
		sendingId: envoi
	};
}
