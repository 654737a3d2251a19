import { and, eq, inArray } from 'drizzle-orm';
import type { Actor, Helper } from '../../domain/accounts/actor.ts';
import { canonicalPassword, passwordFault } from '../../domain/accounts/password.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { mandateStateAt } from '../../domain/helpers/mandate.ts';
import { isSameName } from '../../domain/helpers/same-name.ts';
import { startSession } from '../accounts/lucia.ts';
import { hashSecret, verifySecret } from '../accounts/secret-hash.ts';
import type { SignedIn } from '../accounts/sign-in-applicant.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { helperAccount } from '../db/schema/accounts.ts';
import { person } from '../db/schema/applications.ts';
import { helperMandate } from '../db/schema/helpers.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { tellApplicant } from './announce-helper.ts';
import { linkHashOf } from './link.ts';

export type AcceptanceInput = {
	/** From the private link. */
	secret: string;
	/** Family name of the person to help, as the helper typed it. */
	family: string;
	/** The helper's own name; null for somebody who has an account. */
	name: string | null;
	password: string;
	locale: string;
	previousSecret: string | null;
};

type Mandate = typeof helperMandate.$inferSelect;

/**
 * Somebody accepts to help: they say whom (a message to a wrong number must not be enough), open their own account or
 * sign in to it, and are told at once what they may do. Run inside {@link attempt}: a wrong name and a wrong password
 * are tries like any other.
 *
 * @returns null, after the same work, for a wrong family name or a wrong password
 * @throws RuleBroken `invitation-over` once accepted, declined, withdrawn or too old; a PasswordFault for a new account
 */
export async function acceptInvitation(
	tx: Tx,
	_actor: Actor,
	input: AcceptanceInput
): Promise<SignedIn | null> {
	const [mandate] = await tx
		.select()
		.from(helperMandate)
		.where(eq(helperMandate.linkHash, linkHashOf(input.secret)))
		.for('update');
	if (!mandate || mandateStateAt(mandate, now()) !== 'invited')
		throw new RuleBroken('invitation-over');
	const isKnown = await knowsPerson(tx, mandate, input.family);
	const helper = await accountFor(tx, mandate, input, isKnown);
	if (!helper || !isKnown) return null;
	await tx
		.update(helperMandate)
		.set({ accountId: helper.accountId, acceptedAt: now() })
		.where(eq(helperMandate.id, mandate.id));
	const { applicationId } = mandate;
	await recordAudit(tx, helper, {
		action: 'accept-invitation',
		applicationId,
		subjectKind: 'helper-mandate',
		subjectId: mandate.id
	});
	await tellApplicant(tx, helper, { applicationId, news: 'accepted' });
	const sessionSecret = await startSession(tx, `helper:${helper.accountId}`, input.previousSecret);
	return { sessionSecret };
}

async function knowsPerson(tx: Tx, { applicationId }: Mandate, family: string): Promise<boolean> {
	const signed = inArray(person.role, ['applicant', 'coapplicant']);
	const people = await tx
		.select({ lastName: person.lastName, birthName: person.birthName })
		.from(person)
		.where(and(eq(person.applicationId, applicationId), signed));
	return isSameName(
		family,
		people.flatMap(({ lastName, birthName }) => [lastName, birthName])
	);
}

/** The account that the invitation reached. An account is of one address, which the link has proved. */
async function accountFor(tx: Tx, mandate: Mandate, input: AcceptanceInput, isKnown: boolean) {
	const [known] = await tx
		.select()
		.from(helperAccount)
		.where(eq(helperAccount.contact, mandate.contact))
		.for('update');
	if (!known) return openAccount(tx, mandate, input, isKnown);
	const right = await verifySecret(known.passwordHash, canonicalPassword(input.password));
	return right ? asHelper(known.id, known.name) : null;
}

/** Nobody who does not know the person opens an account by their link. */
async function openAccount(
	tx: Tx,
	{ channel, contact }: Mandate,
	{ name, password, locale }: AcceptanceInput,
	isKnown: boolean
) {
	const fault = passwordFault(password, contact);
	if (fault) throw new RuleBroken(fault);
	const passwordHash = await hashSecret(canonicalPassword(password));
	if (!name || !isKnown) return null;
	const [created] = await tx
		.insert(helperAccount)
		.values({ channel, contact, name, passwordHash, locale, createdAt: now() })
		.onConflictDoNothing()
		.returning({ id: helperAccount.id });
	// Two links opened at the same moment for the same address: the second signs in.
	return created ? asHelper(created.id, name) : null;
}

const asHelper = (accountId: string, name: string): Helper => ({
	kind: 'helper',
	accountId,
	name,
	mandate: null
});
