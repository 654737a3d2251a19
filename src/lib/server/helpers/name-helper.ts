import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { HelperKind } from '../../domain/appointments/visitor-contact.ts';
import { RuleBroken } from '../../domain/errors.ts';
import type { HelperContact } from '../../domain/helpers/forms.ts';
import {
	endOfMandate,
	HELPERS_AT_ONCE,
	INVITATION_DAYS,
	INVITATIONS_A_DAY,
	mandateStateAt,
	type MandateMonths
} from '../../domain/helpers/mandate.ts';
import type { HelperRight } from '../../domain/helpers/rights.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now, today } from '../clock.ts';
import { application } from '../db/schema/applications.ts';
import { helperMandate } from '../db/schema/helpers.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireNamer } from './access.ts';
import { tellApplicant, tellHelper } from './announce-helper.ts';
import { linkHashOf, newLinkSecret } from './link.ts';

export type NamingInput = {
	kind: HelperKind;
	/** As the applicant calls them. */
	name: string;
	contact: HelperContact;
	rights: readonly HelperRight[];
	months: MandateMonths;
	/** Language of the applicant's screen, in which somebody near to them is invited. */
	locale: string;
};

/**
 * The applicant names somebody to help them: what they may do, and until when. They are invited by a private link, and
 * may do nothing before they have accepted it. The applicant is told too: it may not have been they who did this.
 * The same person named twice with the same rights (a double tap) is one invitation.
 *
 * @returns the mandate's id
 * @throws NotFound to anybody but an applicant; RuleBroken `helper-named-already`, `too-many-helpers`,
 * `too-many-invitations`
 */
export async function nameHelper(
	tx: Tx,
	actor: Actor,
	input: NamingInput
): Promise<{ mandateId: string }> {
	const { applicationId } = requireNamer(actor);
	const live = await liveMandates(tx, applicationId);
	const same = live.find(({ contact }) => contact === input.contact.address);
	if (same) return onlyIfSame(same, input);
	if (live.length >= HELPERS_AT_ONCE) throw new RuleBroken('too-many-helpers');
	await refuseFlood(tx, applicationId);
	const secret = newLinkSecret();
	const mandateId = await insertMandate(tx, applicationId, input, secret);
	await tellHelper(tx, actor, {
		contact: input.contact,
		// Whoever helps by profession is written to in French; a relative as the applicant reads.
		locale: input.kind === 'relative' ? input.locale : 'fr',
		news: 'invited',
		path: `/accompagnement/invitation/${secret}`
	});
	await tellApplicant(tx, actor, { applicationId, news: 'named' });
	await recordAudit(tx, actor, {
		action: 'name-helper',
		applicationId,
		subjectKind: 'helper-mandate',
		subjectId: mandateId
	});
	return { mandateId };
}

/** Invited or running, the request's row locked: two forms sent at the same moment come one after the other. */
async function liveMandates(tx: Tx, applicationId: string) {
	await tx
		.select({ id: application.id })
		.from(application)
		.where(eq(application.id, applicationId))
		.for('no key update');
	const rows = await tx
		.select()
		.from(helperMandate)
		.where(and(eq(helperMandate.applicationId, applicationId), isNull(helperMandate.stoppedAt)));
	const at = now();
	return rows.filter((row) => ['invited', 'running'].includes(mandateStateAt(row, at)));
}

function onlyIfSame(
	known: typeof helperMandate.$inferSelect,
	{ kind, rights }: NamingInput
): { mandateId: string } {
	const isSame = known.kind === kind && known.rights.join() === rights.join() && !known.acceptedAt;
	if (!isSame) throw new RuleBroken('helper-named-already');
	return { mandateId: known.id };
}

async function refuseFlood(tx: Tx, applicationId: string): Promise<void> {
	const lately = and(
		eq(helperMandate.applicationId, applicationId),
		gt(helperMandate.createdAt, now().subtract({ hours: 24 }))
	);
	if ((await tx.$count(helperMandate, lately)) >= INVITATIONS_A_DAY)
		throw new RuleBroken('too-many-invitations');
}

async function insertMandate(
	tx: Tx,
	applicationId: string,
	{ kind, name, contact, rights, months }: NamingInput,
	secret: string
): Promise<string> {
	const createdAt = now();
	const [created] = await tx
		.insert(helperMandate)
		.values({
			applicationId,
			kind,
			name,
			channel: contact.channel,
			contact: contact.address,
			rights: [...rights],
			linkHash: linkHashOf(secret),
			createdAt,
			invitedUntil: createdAt.add({ hours: 24 * INVITATION_DAYS }),
			endsAt: endOfMandate(today(), months)
		})
		.returning({ id: sql<string>`${helperMandate.id}` });
	return created!.id;
}
