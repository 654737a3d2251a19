import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { MotiveSettings } from '../../domain/counters/settings.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { motive } from '../db/schema/counters.ts';
import { keepingLanguages } from '../db/kept-languages.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireHead } from './access.ts';

/**
 * Changes how a motive is booked, at every counter. Appointments already taken keep the length they were given.
 * @throws Refused unless the head of service acts; NotFound for an unknown motive; RuleBroken `bring-missing` when
 * something to bring is said in another language and not in French
 */
export async function changeMotive(
	tx: Tx,
	actor: Actor,
	{ code, settings }: { code: string; settings: MotiveSettings }
): Promise<void> {
	requireHead(actor);
	const { fr, ...others } = settings.bring;
	if (fr === '' && Object.values(others).some(Boolean))
		throw new RuleBroken('bring-missing', { field: 'bring_fr' });
	const changed = await tx
		.update(motive)
		.set({ ...settings, bring: keepingLanguages(motive.bring, settings.bring) })
		.where(eq(motive.code, code))
		.returning({ code: motive.code });
	if (changed.length === 0) throw new NotFound('motive');
	const { durationMinutes, stepMinutes, horizonDays, confirmed } = settings;
	await recordAudit(tx, actor, {
		action: 'change-motive',
		applicationId: null,
		subjectKind: 'motive',
		subjectId: code,
		detail: { durationMinutes, stepMinutes, horizonDays, confirmed }
	});
}
