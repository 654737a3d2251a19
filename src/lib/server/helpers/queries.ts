import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { mandateStateAt } from '../../domain/helpers/mandate.ts';
import { HELPER_ACTS, type HelperAct } from '../../domain/helpers/rights.ts';
import { requireApplication } from '../applications/access.ts';
import { now } from '../clock.ts';
import { helperAccount } from '../db/schema/accounts.ts';
import { person } from '../db/schema/applications.ts';
import { auditEntry } from '../db/schema/audit.ts';
import { paper, paperCategory } from '../db/schema/documents.ts';
import { helperMandate } from '../db/schema/helpers.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireNamer, running, runningNow } from './access.ts';

/** Lines of the journal of one helper that the applicant is shown. */
const LINES = 60;

/**
 * Everybody whom the applicant named, newest first, and how each mandate stands.
 * @throws NotFound to anybody but an applicant
 */
export async function helpersOf(tx: Tx, actor: Actor) {
	const { applicationId } = requireNamer(actor);
	const rows = await tx
		.select({ mandate: helperMandate, calledThemselves: helperAccount.name })
		.from(helperMandate)
		.leftJoin(helperAccount, eq(helperAccount.id, helperMandate.accountId))
		.where(eq(helperMandate.applicationId, applicationId))
		.orderBy(desc(helperMandate.createdAt), desc(helperMandate.id))
		.limit(50);
	const at = now();
	return rows.map(({ mandate, calledThemselves }) => ({
		...mandate,
		calledThemselves,
		state: mandateStateAt(mandate, at)
	}));
}

/**
 * Who helps with a request at this moment, as its counter sees it: who, with which rights, until when. Never how to
 * reach them, nor what they did: that is between them and the person.
 * @throws NotFound for a request the agent may not see
 */
export async function helpersSeenByCounter(tx: Tx, actor: Actor, applicationId: string) {
	if (actor.kind !== 'agent') throw new NotFound('helper');
	await requireApplication(tx, actor, applicationId);
	const { id, kind, name, rights, endsAt } = helperMandate;
	return tx
		.select({ id, kind, name, calledThemselves: helperAccount.name, rights, endsAt })
		.from(helperMandate)
		.innerJoin(helperAccount, eq(helperAccount.id, helperMandate.accountId))
		.where(and(eq(helperMandate.applicationId, applicationId), runningNow()))
		.orderBy(helperMandate.createdAt, helperMandate.id);
}

export type SeenHelper = Awaited<ReturnType<typeof helpersSeenByCounter>>[number];

/** What the helper of one mandate did, newest first: read from the journal that nobody can rewrite. */
export async function actsUnder(tx: Tx, actor: Actor, mandateIds: readonly string[]) {
	const { applicationId } = requireNamer(actor);
	if (mandateIds.length === 0) return [];
	const rows = await tx
		.select({ at: auditEntry.at, action: auditEntry.action, mandateId: auditEntry.subjectId })
		.from(auditEntry)
		.where(
			and(
				eq(auditEntry.applicationId, applicationId),
				eq(auditEntry.actorKind, 'helper'),
				eq(auditEntry.subjectKind, 'helper-mandate'),
				inArray(auditEntry.subjectId, [...mandateIds]),
				inArray(auditEntry.action, Object.keys(HELPER_ACTS))
			)
		)
		.orderBy(desc(auditEntry.at), desc(auditEntry.id))
		.limit(LINES * mandateIds.length);
	return rows.map((row) => ({ ...row, action: row.action as HelperAct }));
}

const named = and(
	eq(person.applicationId, helperMandate.applicationId),
	eq(person.role, 'applicant')
);

/**
 * Whom a helper helps at this moment, by name. What is over is not there any more.
 * @throws NotFound to anybody but a helper
 */
export async function peopleHelped(tx: Tx, actor: Actor) {
	if (actor.kind !== 'helper') throw new NotFound('helper');
	return tx
		.select({
			id: helperMandate.id,
			rights: helperMandate.rights,
			endsAt: helperMandate.endsAt,
			firstName: person.firstName,
			lastName: person.lastName
		})
		.from(helperMandate)
		.leftJoin(person, named)
		.where(running(actor.accountId))
		.orderBy(person.lastName, person.firstName, helperMandate.id);
}

export type PersonHelped = Awaited<ReturnType<typeof peopleHelped>>[number];

/** The papers that this helper sent, and how each stands: not what anybody else sent. */
export function papersSentBy(tx: Tx, actor: Actor, applicationId: string) {
	return tx
		.select({
			id: paper.id,
			label: paperCategory.label,
			state: paper.state,
			receivedAt: sql`${paper.receivedAt}`.mapWith(paper.createdAt)
		})
		.from(paper)
		.innerJoin(paperCategory, eq(paperCategory.code, paper.categoryCode))
		.where(
			and(
				eq(paper.applicationId, applicationId),
				eq(paper.sentBy, actorLabel(actor)),
				sql`${paper.state} not in ('receiving', 'deleted')`
			)
		)
		.orderBy(desc(paper.receivedAt));
}
