import { and, asc, count, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { paperAlarms, type PaperAlarm } from '../../domain/documents/paper-alarms.ts';
import type { WaitingReason } from '../../domain/documents/paper-codes.ts';
import { paper } from '../db/schema/documents.ts';
import { upkeepReport } from '../db/schema/upkeep.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireAgent } from './access.ts';
import type { UpkeepTask } from './record-upkeep.ts';
import { waiverInForce, type Waiver } from './waiver-in-force.ts';

export type PaperHealth = {
	alarms: PaperAlarm[];
	/** Papers of which a content is not in the store: must be none. */
	lost: number;
	/** Version of the antivirus and day of its signatures, where it says them. */
	antivirus: { at: Temporal.Instant; version: string | null; signaturesAt: string | null } | null;
	/** How many papers of the whole service wait, by why. */
	waiting: { why: WaitingReason; papers: number }[];
	waiver: Waiver | null;
};

type Reports = Partial<Record<UpkeepTask, typeof upkeepReport.$inferSelect>>;

/** What each task of upkeep last found. */
export async function upkeepReports(tx: Tx): Promise<Reports> {
	const rows = await tx.select().from(upkeepReport);
	return Object.fromEntries(rows.map((row) => [row.task, row])) as Reports;
}

/** Whether papers can be looked at, and why not: what any agent may know, figures only. @throws Refused */
export async function paperHealth(tx: Tx, actor: Actor): Promise<PaperHealth> {
	requireAgent(actor, 'read-paper-health');
	const [reports, waiver, waiting] = await Promise.all([
		upkeepReports(tx),
		waiverInForce(tx),
		waitingPapers(tx)
	]);
	const antivirus = reports.antivirus;
	const lost = Number(reports['sweep-papers']?.found['rowsWithoutContent'] ?? 0);
	return {
		alarms: paperAlarms({ lost, antivirus: antivirus?.found ?? null, isWaived: waiver !== null }),
		lost,
		antivirus: antivirus
			? {
					at: antivirus.at,
					version: textOf(antivirus.found['version']),
					signaturesAt: textOf(antivirus.found['signaturesAt'])
				}
			: null,
		waiting,
		waiver
	};
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

async function waitingPapers(tx: Tx) {
	return tx
		.select({ why: sql<WaitingReason>`${paper.waitingFor}`, papers: count() })
		.from(paper)
		.where(and(isNotNull(paper.waitingFor), inArray(paper.state, ['received', 'being_checked'])))
		.groupBy(paper.waitingFor)
		.orderBy(asc(paper.waitingFor));
}
