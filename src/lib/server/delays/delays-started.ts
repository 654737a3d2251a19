import { and, eq, lte, min, ne, sql, type SQL } from 'drizzle-orm';
import type { Agent } from '../../domain/accounts/actor.ts';
import type { DelayKind } from '../../domain/delays/delays.ts';
import { visibleApplications } from '../applications/access.ts';
import { today } from '../clock.ts';
import { application, person } from '../db/schema/applications.ts';
import { paper } from '../db/schema/documents.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** Delays that have a queue here; that to be received has one of its own (reception-queue.ts). */
export const QUEUED = ['attestation', 'papers', 'abnormal'] as const satisfies DelayKind[];
export type QueuedDelay = (typeof QUEUED)[number];

/** The requests of the agent's territory that a delay runs for, and since when: a table to select from. */
export function started(tx: Tx, agent: Agent, kind: QueuedDelay, length: number) {
	switch (kind) {
		case 'attestation':
			return filed(tx, and(visibleApplications(agent), sql`${application.state} = 'filed'`));
		case 'papers':
			return withPapers(tx, agent);
		case 'abnormal':
			return filed(tx, and(visibleApplications(agent), waitsLong(length)));
	}
}

const COLUMNS = {
	applicationId: application.id,
	uniqueNumber: application.uniqueNumber,
	firstName: person.firstName,
	lastName: person.lastName
};
const holder = and(eq(person.applicationId, application.id), eq(person.role, 'applicant'));
const startedOn = (day: SQL) => day.mapWith(application.filedOn).as('started_on');

function filed(tx: Tx, which: SQL | undefined) {
	return tx
		.select({ ...COLUMNS, startedOn: startedOn(sql`${application.filedOn}`) })
		.from(application)
		.innerJoin(person, holder)
		.where(which)
		.as('started');
}

function withPapers(tx: Tx, agent: Agent) {
	const oldest = sql`(${min(paper.receivedAt)} at time zone 'Europe/Paris')::date`;
	return tx
		.select({ ...COLUMNS, startedOn: startedOn(oldest) })
		.from(paper)
		.innerJoin(application, eq(application.id, paper.applicationId))
		.innerJoin(person, holder)
		.where(
			and(
				visibleApplications(agent),
				sql`${paper.state} in ('received', 'being_checked', 'accepted')`
			)
		)
		.groupBy(application.id, person.id)
		.as('started');
}

/** Thousands may wait; only those past the préfet's figure, or within a month of it, are looked at. */
function waitsLong(months: number): SQL | undefined {
	const from = today().subtract({ months }).add({ months: 1 });
	return and(ne(application.state, 'struck_off'), lte(application.filedOn, from));
}
