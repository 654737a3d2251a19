import { system } from '../lib/domain/accounts/actor.ts';
import { signaturesAreOld } from '../lib/domain/documents/scanning.ts';
import { now } from '../lib/server/clock.ts';
import { unitOfWork } from '../lib/server/db/unit-of-work.ts';
import { recordUpkeep, type Found } from '../lib/server/documents/record-upkeep.ts';
import { log } from '../lib/server/log.ts';
import type { Antivirus, AntivirusState } from '../lib/server/ports/antivirus.ts';

const ACTOR = system('look-at-antivirus');

/** Asks the antivirus how it is, writes it down for agents and /metrics, and raises an alarm for old signatures. */
export async function lookAtAntivirus(antivirus: Antivirus): Promise<AntivirusState> {
	const state = await antivirus.state();
	const outdated = state.answers && signaturesAreOld(state.signaturesAt, now());
	if (outdated) {
		const signaturesAt = state.signaturesAt?.toString() ?? 'unknown';
		log.error({ signaturesAt }, 'the signatures of the antivirus are old: see freshclam');
	}
	const found: Found = state.answers
		? {
				answers: true,
				version: state.version,
				signaturesAt: state.signaturesAt?.toString() ?? null,
				outdated
			}
		: { answers: false, why: state.why };
	await unitOfWork(ACTOR, (tx) => recordUpkeep(tx, ACTOR, { task: 'antivirus', found }));
	return state;
}
