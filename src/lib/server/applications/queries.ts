import { and, asc, desc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import type { HelperRight } from '../../domain/helpers/rights.ts';
import { built, type Given } from '../db/built.ts';
import {
	application,
	applicationEvent,
	currentHousing,
	person,
	requestMotive,
	resource,
	taxIncome,
	wantedCommune,
	wantedType
} from '../db/schema/applications.ts';
import { commune } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { builtForActor, isUuid, visibleApplications } from './access.ts';

/**
 * The request itself, when the actor may see it.
 * @param right what a helper needs to be allowed for this question; left out, no helper may ask it
 * @throws NotFound for a stranger's request as for an unknown one
 */
export async function applicationById(tx: Tx, actor: Actor, id: string, right?: HelperRight) {
	if (!isUuid(id)) throw new NotFound('application');
	const [found] = await byId(tx, actor, { id }, right);
	if (!found) throw new NotFound('application');
	return found;
}

const byId = builtForActor((tx, visible, { id }: Given<'id'>) =>
	tx
		.select()
		.from(application)
		.where(and(eq(application.id, id), visible))
);

export type ApplicationView = Awaited<ReturnType<typeof applicationById>>;

/** The household in the order of the form: applicant, co-applicants, dependants, children in custody, unborn. */
export function householdOf(tx: Tx, applicationId: string) {
	return household(tx, { applicationId });
}

const household = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx
		.select()
		.from(person)
		.where(and(eq(person.applicationId, applicationId), isNull(person.leftOn)))
		.orderBy(asc(person.role), asc(person.position))
);

/** What happened to a request, newest first. */
export async function eventsOf(tx: Tx, applicationId: string) {
	return events(tx, { applicationId });
}

const events = built((tx, { applicationId }: Given<'applicationId'>) =>
	happened(tx, eq(applicationEvent.applicationId, applicationId))
);

/** The same of many requests, by request. */
export async function eventsOfMany(tx: Tx, applicationIds: readonly string[]) {
	if (applicationIds.length === 0) return new Map<string, Awaited<ReturnType<typeof eventsOf>>>();
	const all = await happened(tx, inArray(applicationEvent.applicationId, [...applicationIds]));
	return Map.groupBy(all, (event) => event.applicationId);
}

function happened(tx: Tx, condition: SQL) {
	return tx
		.select({
			id: applicationEvent.id,
			applicationId: applicationEvent.applicationId,
			kind: applicationEvent.kind,
			occurredOn: applicationEvent.occurredOn,
			origin: applicationEvent.origin,
			author: applicationEvent.author,
			recordedBy: applicationEvent.recordedBy,
			recordedAt: applicationEvent.recordedAt,
			detail: applicationEvent.detail
		})
		.from(applicationEvent)
		.where(condition)
		.orderBy(desc(applicationEvent.occurredOn), desc(applicationEvent.id));
}

/** Incomes and monthly resources of every person of the household. */
export async function incomesOf(tx: Tx, applicationId: string) {
	const incomes = tx
		.select({
			personId: taxIncome.personId,
			year: taxIncome.year,
			amountEuros: taxIncome.amountEuros,
			origin: taxIncome.origin,
			statedOn: taxIncome.statedOn
		})
		.from(taxIncome)
		.innerJoin(person, eq(person.id, taxIncome.personId))
		.where(eq(person.applicationId, applicationId))
		.orderBy(desc(taxIncome.year));
	const resources = tx
		.select({
			personId: resource.personId,
			direction: resource.direction,
			code: resource.code,
			monthlyCents: resource.monthlyCents,
			origin: resource.origin,
			statedOn: resource.statedOn
		})
		.from(resource)
		.innerJoin(person, eq(person.id, resource.personId))
		.where(eq(person.applicationId, applicationId))
		.orderBy(asc(resource.id));
	const [ofYears, ofMonths] = await Promise.all([incomes, resources]);
	return { incomes: ofYears, resources: ofMonths };
}

/** Where the household lives and what it asks for. Communes carry their name when they are of the territory. */
export async function housingOf(tx: Tx, applicationId: string) {
	const of = { applicationId };
	const [[home], types, communes, motives] = await Promise.all([
		currentHome(tx, of),
		wantedTypes(tx, of),
		wantedCommunes(tx, of),
		motivesOf(tx, of)
	]);
	return { current: home ?? null, types, communes, motives };
}

const currentHome = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx.select().from(currentHousing).where(eq(currentHousing.applicationId, applicationId))
);

const wantedTypes = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx
		.select({ type: wantedType.type, origin: wantedType.origin, statedOn: wantedType.statedOn })
		.from(wantedType)
		.where(eq(wantedType.applicationId, applicationId))
		.orderBy(asc(wantedType.type))
);

const wantedCommunes = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx
		.select({
			insee: wantedCommune.insee,
			name: commune.name,
			origin: wantedCommune.origin,
			statedOn: wantedCommune.statedOn
		})
		.from(wantedCommune)
		.leftJoin(commune, eq(commune.insee, wantedCommune.insee))
		.where(eq(wantedCommune.applicationId, applicationId))
		.orderBy(asc(wantedCommune.rank))
);

const motivesOf = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx
		.select({
			code: requestMotive.code,
			origin: requestMotive.origin,
			statedOn: requestMotive.statedOn
		})
		.from(requestMotive)
		.where(eq(requestMotive.applicationId, applicationId))
		.orderBy(asc(requestMotive.rank))
);

/**
 * Requests an agent may see, by name or number, without regard for accents or case.
 * @param text what the agent typed; empty lists the most recently changed
 * @param page from 0
 */
export async function searchApplications(
	tx: Tx,
	actor: Actor,
	text: string,
	page: number,
	pageSize = 25
) {
	const typed = text.trim();
	const number = typed.replace(/[\s.-]/g, '').toUpperCase();
	const pattern = `%${typed.replace(/[\\%_]/g, '\\$&')}%`;
	const names = sql`searchable_names(${person.lastName}, ${person.firstName})`;
	const matches = typed
		? or(
				// In either order, and through an index (person_names).
				sql`${names} like lower(unaccent(${pattern}))`,
				// Without a letter or figure every number would begin with it.
				number ? sql`starts_with(${application.uniqueNumber}, ${number})` : undefined
			)
		: undefined;
	const rows = await tx
		.select({
			id: application.id,
			uniqueNumber: application.uniqueNumber,
			state: application.state,
			filedOn: application.filedOn,
			validUntil: application.validUntil,
			lastName: person.lastName,
			firstName: person.firstName
		})
		.from(application)
		.innerJoin(person, and(eq(person.applicationId, application.id), eq(person.role, 'applicant')))
		.where(and(visibleApplications(actor), matches))
		.orderBy(desc(application.updatedAt), asc(application.id))
		.limit(pageSize + 1)
		.offset(page * pageSize);
	return {
		applications: rows.slice(0, pageSize),
		more: rows.length > pageSize
	};
}
