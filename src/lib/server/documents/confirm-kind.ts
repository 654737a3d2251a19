import { eq } from 'drizzle-orm';
import { RuleBroken } from '../../domain/errors.ts';
import { paperCategory } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { checkPerson } from './check-what-is-sent.ts';

/** What a paper really is, as an agent sees it. */
export type RealKind = { category: string; personId: string | null };

/**
 * The kind and person an agent chose: a kind of the catalogue in use, and for a personal one a person of this request. An
 * agent who recognises a sensitive paper may say so whether it was asked for or not.
 * @param said the kind that the applicant said, which stands even when it was retired since
 * @returns the person is null for a paper of the household, whatever was chosen
 * @throws RuleBroken `paper-unknown-kind`, `paper-unknown-person`
 */
export async function confirmKind(
	tx: Tx,
	applicationId: string,
	{ category, personId }: RealKind,
	said?: string
): Promise<RealKind> {
	const [kind] = await tx
		.select({ perPerson: paperCategory.perPerson, active: paperCategory.active })
		.from(paperCategory)
		.where(eq(paperCategory.code, category));
	if (!kind || (!kind.active && category !== said)) throw new RuleBroken('paper-unknown-kind');
	if (!kind.perPerson) return { category, personId: null };
	await checkPerson(tx, applicationId, personId);
	return { category, personId };
}
