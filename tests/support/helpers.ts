import { randomUUID } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { Applicant, Helper } from '../../src/lib/domain/accounts/actor.ts';
import { HELPER_RIGHTS, type HelperRight } from '../../src/lib/domain/helpers/rights.ts';
import { useSession } from '../../src/lib/server/accounts/lucia.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { helperMandate } from '../../src/lib/server/db/schema/helpers.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import {
	acceptInvitation,
	type AcceptanceInput
} from '../../src/lib/server/helpers/accept-invitation.ts';
import { nameHelper, type NamingInput } from '../../src/lib/server/helpers/name-helper.ts';
import { as, TESTING } from './booking.ts';

export const HELPER_PASSWORD = 'quatre figues mûres';
/** As newApplicant calls everybody. */
export const FAMILY = 'Exemple';

/** An applicant names somebody; the rest is a social worker with every right, for three months. */
export function invite(applicant: Applicant, others: Partial<NamingInput> = {}) {
	const address = `accompagnante-${randomUUID()}@exemple.test`;
	return as(applicant, (tx, actor) =>
		nameHelper(tx, actor, {
			kind: 'social_worker',
			name: 'Nadia Cyprès',
			contact: { channel: 'email', address },
			rights: HELPER_RIGHTS,
			months: 3,
			locale: 'fr',
			...others
		})
	);
}

/** The secret in the message that reached the address of a mandate. */
export async function secretOf(mandateId: string): Promise<string> {
	const [found] = await unitOfWork(TESTING, (tx) =>
		tx
			.select({ body: message.body })
			.from(message)
			.innerJoin(helperMandate, eq(helperMandate.contact, message.recipient))
			.where(and(eq(helperMandate.id, mandateId), eq(message.kind, 'helper-invited')))
			.orderBy(desc(message.createdAt), desc(message.id))
	);
	return /invitation\/([\w-]+)/.exec(found?.body ?? '')?.[1] ?? '';
}

/** Somebody opens the link and accepts; null when they were not recognised. */
export function accept(secret: string, others: Partial<AcceptanceInput> = {}) {
	return as(TESTING, (tx, actor) =>
		acceptInvitation(tx, actor, {
			secret,
			family: FAMILY,
			name: 'Nadia Cyprès',
			password: HELPER_PASSWORD,
			locale: 'fr',
			previousSecret: null,
			...others
		})
	);
}

/** Who a helper's session says they are, for the person of a mandate: as the hooks read it at each request. */
export async function helperIn(sessionSecret: string, mandateId: string): Promise<Helper> {
	const owner = await useSession(sessionSecret);
	if (owner?.kind !== 'helper') throw new Error('no session of a helper');
	const mandate = owner.mandates.find(({ id }) => id === mandateId) ?? null;
	return { kind: 'helper', accountId: owner.accountId, name: owner.name, mandate };
}

/** Somebody who helps an applicant, all the way: named, invited, accepted, signed in. */
export async function newHelper(
	applicant: Applicant,
	rights: readonly HelperRight[] = HELPER_RIGHTS
): Promise<Helper> {
	const { mandateId } = await invite(applicant, { rights });
	const signedIn = await accept(await secretOf(mandateId));
	return helperIn(signedIn!.sessionSecret, mandateId);
}
