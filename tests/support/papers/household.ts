import { randomInt } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { system, type Agent, type Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import { application, person } from '../../../src/lib/server/db/schema/applications.ts';
import { counter } from '../../../src/lib/server/db/schema/counters.ts';
import { paper } from '../../../src/lib/server/db/schema/documents.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { erasePaper } from '../../../src/lib/server/documents/destroy-content.ts';

const STAFF = '0198c0de-0000-7000-8000-000000000001';

export type Household = { applicant: Applicant; applicationId: string; personId: string };

/** A fictional request of one adult who lives in a commune (INSEE code). */
export function makeHousehold(insee = '06004'): Promise<Household> {
	const on = Temporal.PlainDate.from('2026-01-12');
	const stated = { origin: 'declared', statedOn: on } as const;
	return unitOfWork(system('test'), async (tx) => {
		const [request] = await tx
			.insert(application)
			.values({
				// Several test processes share the database of the end-to-end tests.
				uniqueNumber: `0060126${String(randomInt(1e8)).padStart(8, '0')}F06`,
				filedOn: on,
				validUntil: on.add({ years: 1 }),
				state: 'registered',
				createdAt: Temporal.Instant.from('2026-01-12T09:00:00Z'),
				updatedAt: Temporal.Instant.from('2026-01-12T09:00:00Z'),
				...stated
			})
			.returning({ id: application.id });
		const applicationId = request!.id;
		const [adult] = await tx
			.insert(person)
			.values({
				applicationId,
				role: 'applicant',
				position: 0,
				firstName: 'Nour',
				lastName: 'Exemple',
				birthDate: Temporal.PlainDate.from('1990-05-02'),
				nationality: '1',
				addressCommune: insee,
				...stated
			})
			.returning({ id: person.id });
		const applicant: Applicant = { kind: 'applicant', accountId: STAFF, applicationId };
		return { applicant, applicationId, personId: adult!.id };
	});
}

/** An agent of the counter of this address. */
export async function agentOf(slug: string): Promise<Agent> {
	const [found] = await unitOfWork(system('test'), (tx) =>
		tx.select({ id: counter.id }).from(counter).where(eq(counter.slug, slug))
	);
	return { kind: 'agent', staffId: STAFF, name: 'Agent', role: 'agent', counterIds: [found!.id] };
}

/** No paper any more, of anybody. */
export function forgetPapers(): Promise<void> {
	return unitOfWork(system('test'), async (tx) => {
		for (const { id } of await tx.select({ id: paper.id }).from(paper)) await erasePaper(tx, id);
	});
}
