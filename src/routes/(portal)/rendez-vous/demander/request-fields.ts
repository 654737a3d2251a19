import { readWithHalfDays } from '../../liste-attente/read-half-days.ts';

/** What the visitor's part of the form asks for. */
export const CONTACT_FIELDS = ['nom', 'prenom', 'naissance', 'telephone', 'email'] as const;
const FIELDS = ['motif', 'guichet', 'note', 'aussi', ...CONTACT_FIELDS] as const;

/**
 * Reads the form, of an applicant or of a visitor: a session may have begun or ended while it was being filled in.
 * @throws error 400 for a field it has not
 */
export async function readRequest(request: Request) {
	const { halfDays, texts } = readWithHalfDays(await request.formData(), FIELDS);
	const { motif, guichet } = texts;
	const errors: Record<string, string> = {};
	if (!motif) errors.motif = 'required';
	if (!guichet) errors.guichet = 'required';
	return { values: { ...texts, halfDays }, errors };
}

export type RequestValues = Awaited<ReturnType<typeof readRequest>>['values'];
