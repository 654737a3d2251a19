import { randomInt } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import {
	system,
	type Actor,
	type Agent,
	type Applicant
} from '../../src/lib/domain/accounts/actor.ts';
import { applicantAccount } from '../../src/lib/server/db/schema/accounts.ts';
import { application, person } from '../../src/lib/server/db/schema/applications.ts';
import { appointment } from '../../src/lib/server/db/schema/appointments.ts';
import {
	counter,
	desk,
	motive,
	opening,
	openingDesk,
	openingMotive
} from '../../src/lib/server/db/schema/counters.ts';
import { unitOfWork, type Tx } from '../../src/lib/server/db/unit-of-work.ts';

/** Monday morning: what the clock of these tests says unless they set it otherwise. */
export const MONDAY = '2026-11-23T09:00:00+01:00';
export const TESTING = system('test');

/** The instant of a wall clock in Paris, as in '2026-11-26T09:00'. */
export const paris = (text: string) =>
	Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Paris').toInstant();

/** What somebody does, in a transaction of their own. */
export const as = <T>(actor: Actor, work: (tx: Tx, actor: Actor) => Promise<T>): Promise<T> =>
	unitOfWork(actor, (tx) => work(tx, actor));

type Contact = { email?: string; phone?: string; locale?: string; commune?: string };

/** A fictional applicant with an account, who left an e-mail address unless said otherwise. */
export async function newApplicant(
	contact: Contact = { email: 'personne@exemple.test' }
): Promise<Applicant> {
	const on = Temporal.PlainDate.from('2026-01-12');
	const at = Temporal.Instant.from('2026-01-12T09:00:00Z');
	const stated = { origin: 'declared', statedOn: on } as const;
	return unitOfWork(TESTING, async (tx) => {
		const [request] = await tx
			.insert(application)
			.values({
				// Several test processes share the database of the end-to-end tests.
				uniqueNumber: `0060126${String(randomInt(1e8)).padStart(8, '0')}T07`,
				filedOn: on,
				validUntil: on.add({ years: 1 }),
				state: 'registered',
				createdAt: at,
				updatedAt: at,
				...stated
			})
			.returning({ id: application.id });
		const applicationId = request!.id;
		await tx.insert(person).values({
			applicationId,
			role: 'applicant',
			position: 0,
			firstName: 'Nour',
			lastName: 'Exemple',
			email: contact.email ?? null,
			phone: contact.phone ?? null,
			addressCommune: contact.commune ?? null,
			...stated
		});
		const [account] = await tx
			.insert(applicantAccount)
			.values({ applicationId, locale: contact.locale ?? 'fr', createdAt: at })
			.returning({ id: applicantAccount.id });
		return { kind: 'applicant', accountId: account!.id, applicationId };
	});
}

/** Several of them. */
export function newApplicants(count: number): Promise<Applicant[]> {
	return Promise.all(Array.from({ length: count }, () => newApplicant()));
}

/** An agent of the counter with this slug. */
export async function agentOf(slug: string, role: Agent['role'] = 'agent'): Promise<Agent> {
	const counterIds = role === 'head' ? [] : [await counterId(slug)];
	return {
		kind: 'agent',
		staffId: '0198c0de-0000-7000-8000-000000000001',
		name: 'Agent',
		role,
		counterIds
	};
}

export async function counterId(slug: string): Promise<string> {
	const [found] = await unitOfWork(TESTING, (tx) =>
		tx.select({ id: counter.id }).from(counter).where(eq(counter.slug, slug))
	);
	return found!.id;
}

export type Hours = {
	from: string;
	until: string;
	audience?: 'public' | 'staff';
	motives?: string[];
};

/** Opens every desk of a counter on one day, for every motive unless said otherwise. */
export async function openOn(slug: string, day: string, hours: Hours): Promise<void> {
	await unitOfWork(TESTING, async (tx) => {
		const [place] = await tx.select({ id: counter.id }).from(counter).where(eq(counter.slug, slug));
		const [added] = await tx
			.insert(opening)
			.values({
				counterId: place!.id,
				kind: 'once',
				day: Temporal.PlainDate.from(day),
				startsAt: Temporal.PlainTime.from(hours.from),
				endsAt: Temporal.PlainTime.from(hours.until),
				audience: hours.audience ?? 'public'
			})
			.returning({ id: opening.id });
		const desks = await tx.select({ id: desk.id }).from(desk).where(eq(desk.counterId, place!.id));
		const motives =
			hours.motives ??
			(await tx.select({ code: motive.code }).from(motive)).map(({ code }) => code);
		await tx
			.insert(openingDesk)
			.values(desks.map(({ id }) => ({ openingId: added!.id, deskId: id })));
		await tx
			.insert(openingMotive)
			.values(motives.map((motiveCode) => ({ openingId: added!.id, motiveCode })));
	});
}

/** The appointments that stand at a start: all states, or some. */
export async function standing(
	startsAt: Temporal.Instant,
	...states: (typeof appointment.$inferSelect)['state'][]
) {
	return unitOfWork(TESTING, (tx) =>
		tx
			.select()
			.from(appointment)
			.where(
				and(
					eq(appointment.startsAt, startsAt),
					states.length ? inArray(appointment.state, states) : undefined
				)
			)
	);
}

/** The name of the rule that a piece of work breaks, or what else it threw; "done" when it went through. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
	return work.then(
		() => 'done',
		(error: unknown) => {
			if (!(error instanceof Error)) return String(error);
			return 'rule' in error ? String(error.rule) : error.name;
		}
	);
}
