import { system, type Actor } from '../lib/domain/accounts/actor.ts';
import type { WaitingReason } from '../lib/domain/documents/paper-codes.ts';
import { unitOfWork } from '../lib/server/db/unit-of-work.ts';
import { antivirus } from '../lib/server/documents/antivirus.ts';
import { claimPreparation, type Claimed } from '../lib/server/documents/claim-preparation.ts';
import { holdPaper } from '../lib/server/documents/hold-paper.ts';
import { preparePaper, type Prepared, type Tools } from '../lib/server/documents/prepare-paper.ts';
import { vault } from '../lib/server/documents/vault.ts';
import { runWorkshop } from '../lib/server/documents/workshop/run-workshop.ts';
import { faultOf, log } from '../lib/server/log.ts';
import type { Antivirus } from '../lib/server/ports/antivirus.ts';
import { lookAtAntivirus } from './look-at-antivirus.ts';

/** At most this many in one run: the next run is a minute away. */
const BATCH = 200;

/**
 * Scans, draws and binds every paper that is due, oldest first, one after the other: a file takes a whole processor
 * while it is drawn. An antivirus that does not answer is asked once, not once a paper.
 */
export async function preparePapers(given: Partial<Tools> = {}): Promise<number> {
	const actor = system('prepare-papers');
	const tools: Tools = {
		vault: given.vault ?? (await vault()),
		antivirus: given.antivirus ?? antivirus(),
		draw: given.draw ?? runWorkshop,
		within: given.within ?? ((work) => unitOfWork(actor, work))
	};
	let away: WaitingReason | null = null;
	const counts: Partial<Record<Prepared | 'fault', number>> = {};
	let taken = 0;
	for (; taken < BATCH; taken += 1) {
		const claimed = await tools.within((tx) => claimPreparation(tx, actor));
		if (!claimed) break;
		if (taken === 0) away = await whyAway(tools.antivirus);
		const outcome = await one(tools, actor, claimed, away);
		counts[outcome] = (counts[outcome] ?? 0) + 1;
		if (outcome === 'antivirus-absent' || outcome === 'antivirus-slow') away ??= outcome;
	}
	if (away && taken > 0) log.error({ why: away }, 'papers wait: the antivirus does not answer');
	if (taken > 0) log.info(counts, 'papers prepared');
	return taken;
}

async function whyAway(antivirus: Antivirus): Promise<WaitingReason | null> {
	const state = await lookAtAntivirus(antivirus);
	// A site without antivirus is no fault: each paper says so, or a waiver lets it through.
	return state.answers || state.why === 'no-antivirus' ? null : state.why;
}

async function one(
	tools: Tools,
	actor: Actor,
	claimed: Claimed,
	away: WaitingReason | null
): Promise<Prepared | 'fault'> {
	const { paperId } = claimed;
	const hold = (why: WaitingReason) =>
		tools.within((tx) => holdPaper(tx, actor, { ...claimed, why }));
	try {
		if (!away) return await preparePaper(tools, actor, claimed);
		await hold(away);
		return away;
	} catch (error) {
		log.error({ paperId, fault: faultOf(error) }, 'a paper could not be prepared');
		await hold('workshop-failed');
		return 'fault';
	}
}
