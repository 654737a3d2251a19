import { inArray } from 'drizzle-orm';
import type { Recognition, ScoreFacts } from '../../domain/score/facts.ts';
import { application } from '../db/schema/applications.ts';
import { commune } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import {
	eventRows,
	homeRows,
	motiveRows,
	peopleRows,
	recognitionRows,
	resourceRows
} from './score-sources.ts';

/**
 * The facts that a score looks at, of many requests at once.
 * @returns by request; an unknown one is not there
 */
export async function scoreFacts(
	tx: Tx,
	applicationIds: readonly string[]
): Promise<Map<string, ScoreFacts>> {
	if (applicationIds.length === 0) return new Map();
	const ids = [...applicationIds];
	const [requests, sources] = await Promise.all([
		tx
			.select({ id: application.id, filedOn: application.filedOn })
			.from(application)
			.where(inArray(application.id, ids)),
		sourcesOf(tx, ids)
	]);
	return new Map(requests.map(({ id, filedOn }) => [id, factsOf(id, filedOn, sources)]));
}

const byRequest = <Row extends { of: string }>(rows: readonly Row[]) =>
	Map.groupBy(rows, ({ of }) => of);

async function sourcesOf(tx: Tx, ids: string[]) {
	const [communes, people, motives, homes, resources, recognitions, events] = await Promise.all([
		tx.select({ insee: commune.insee }).from(commune),
		peopleRows(tx, ids),
		motiveRows(tx, ids),
		homeRows(tx, ids),
		resourceRows(tx, ids),
		recognitionRows(tx, ids),
		eventRows(tx, ids)
	]);
	return {
		territory: new Set<string | null>(communes.map(({ insee }) => insee)),
		people: byRequest(people),
		motives: byRequest(motives),
		homes: byRequest(homes),
		resources: byRequest(resources),
		recognitions: byRequest(recognitions),
		events: byRequest(events)
	};
}

type Sources = Awaited<ReturnType<typeof sourcesOf>>;

function factsOf(id: string, filedOn: Temporal.PlainDate, sources: Sources): ScoreFacts {
	const people = sources.people.get(id) ?? [];
	const home = sources.homes.get(id)?.[0];
	const events = sources.events.get(id) ?? [];
	const dalo = events.findLast(({ kind }) => kind.startsWith('dalo_'));
	const recognitions: Recognition[] = (sources.recognitions.get(id) ?? []).map(({ kind }) => kind);
	if (dalo && dalo.kind !== 'dalo_ended') recognitions.push('dalo');
	return {
		filedOn: filedOn.toString(),
		people: people.flatMap(({ role, birthDate, contract, lives, works }) =>
			role === 'unborn'
				? []
				: [
						{
							role,
							birthDate: birthDate?.toString() ?? null,
							contract,
							livesHere: sources.territory.has(lives),
							worksHere: sources.territory.has(works)
						}
					]
		),
		unborn: people.reduce((sum, { expectedCount }) => sum + (expectedCount ?? 0), 0),
		motives: (sources.motives.get(id) ?? []).map(({ code }) => code),
		housing: home?.model ?? null,
		rentCents: home?.rentCents ?? null,
		monthlyCents: monthlyOf(sources.resources.get(id) ?? []),
		recognitions,
		refusals: events
			.filter(({ kind }) => kind === 'offer_refused' || kind === 'offer_unanswered')
			.map(({ occurredOn }) => occurredOn.toString())
	};
}

/** What comes in less what is paid; not known as soon as one amount is not, or when none was told. */
function monthlyOf(
	rows: readonly { direction: 'received' | 'paid'; monthlyCents: number | null }[]
): number | null {
	if (rows.length === 0 || rows.some(({ monthlyCents }) => monthlyCents === null)) return null;
	return rows.reduce(
		(sum, { direction, monthlyCents }) =>
			sum + (direction === 'received' ? 1 : -1) * (monthlyCents ?? 0),
		0
	);
}
