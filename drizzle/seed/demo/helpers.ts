import { randomUUID } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { Applicant, Helper } from '../../../src/lib/domain/accounts/actor.ts';
import type { HelperAct, HelperRight } from '../../../src/lib/domain/helpers/rights.ts';
import { sendMessage } from '../../../src/lib/server/conversations/send-message.ts';
import { helperAccount } from '../../../src/lib/server/db/schema/accounts.ts';
import { person } from '../../../src/lib/server/db/schema/applications.ts';
import { helperMandate } from '../../../src/lib/server/db/schema/helpers.ts';
import { message } from '../../../src/lib/server/db/schema/notifications.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { acceptInvitation } from '../../../src/lib/server/helpers/accept-invitation.ts';
import { holdMandate } from '../../../src/lib/server/helpers/hold-mandate.ts';
import { nameHelper } from '../../../src/lib/server/helpers/name-helper.ts';
import { moment, SEED, within } from './moments.ts';
import { DEMO_PASSWORD } from './staff.ts';

/** The social worker whose sign-in the demonstration prints. */
export const HELPER = {
	name: 'Nadia Cyprès, centre social',
	contact: { channel: 'email', address: 'accompagnante@demo.test' }
} as const;

type Helped = {
	applicant: Applicant;
	rights: readonly HelperRight[];
	/** What she did for this person, with how many days ago. */
	acts: readonly (readonly [HelperAct, number])[];
};

/** A social worker who helps two people, each named, invited, accepted and acted for through the use cases. */
export async function seedHelpers(
	{ amina, helped }: { amina: Applicant; helped: Applicant },
	today: Temporal.PlainDate
): Promise<void> {
	const people: Helped[] = [
		{
			applicant: amina,
			rights: ['status', 'appointments', 'papers'],
			acts: [
				['view-status', 6],
				['view-papers', 6],
				['view-appointments', 3]
			]
		},
		{
			applicant: helped,
			rights: ['status', 'facts', 'messages'],
			acts: [
				['view-status', 5],
				['view-facts', 5],
				['send-message', 4]
			]
		}
	];
	for (const each of people) await help(each, today);
}

async function help({ applicant, rights, acts }: Helped, today: Temporal.PlainDate) {
	const day = today.subtract({ days: 8 });
	const { mandateId } = await within(applicant, moment(day, '18:05'), (tx) =>
		nameHelper(tx, applicant, {
			kind: 'social_worker',
			name: HELPER.name,
			contact: HELPER.contact,
			rights,
			months: 6,
			locale: 'fr'
		})
	);
	await acceptFor(applicant, mandateId, moment(day, '19:20'));
	const helper = await helperOf(mandateId);
	for (const [act, ago] of acts)
		await play(helper, act, moment(today.subtract({ days: ago }), '10:40'));
}

async function acceptFor(applicant: Applicant, mandateId: string, at: Temporal.Instant) {
	await within(SEED, at, async (tx) => {
		const [invited] = await tx
			.select({ body: message.body })
			.from(message)
			.innerJoin(helperMandate, eq(helperMandate.contact, message.recipient))
			.where(and(eq(helperMandate.id, mandateId), eq(message.kind, 'helper-invited')))
			.orderBy(desc(message.createdAt), desc(message.id));
		const [known] = await tx
			.select({ lastName: person.lastName })
			.from(person)
			.where(and(eq(person.applicationId, applicant.applicationId), eq(person.role, 'applicant')));
		const accepted = await acceptInvitation(tx, SEED, {
			secret: /invitation\/([\w-]+)/.exec(invited?.body ?? '')?.[1] ?? '',
			family: known?.lastName ?? '',
			name: HELPER.name,
			password: DEMO_PASSWORD,
			locale: 'fr',
			previousSecret: null
		});
		if (!accepted) throw new Error('the invitation just sent was refused');
	});
}

async function helperOf(mandateId: string): Promise<Helper> {
	const [found] = await unitOfWork(SEED, (tx) =>
		tx
			.select({ mandate: helperMandate, account: helperAccount })
			.from(helperMandate)
			.innerJoin(helperAccount, eq(helperAccount.id, helperMandate.accountId))
			.where(eq(helperMandate.id, mandateId))
	);
	const { id, applicationId, rights, endsAt } = found!.mandate;
	const { id: accountId, name } = found!.account;
	return { kind: 'helper', accountId, name, mandate: { id, applicationId, rights, endsAt } };
}

async function play(helper: Helper, act: HelperAct, at: Temporal.Instant): Promise<void> {
	await within(helper, at, async (tx) => {
		const { applicationId } = await holdMandate(tx, helper, { act });
		if (act !== 'send-message') return;
		await sendMessage(tx, helper, {
			applicationId,
			body: 'Bonjour, je reçois la famille jeudi. Quels papiers faut-il encore pour compléter le dossier ?',
			sendingId: randomUUID()
		});
	});
}
