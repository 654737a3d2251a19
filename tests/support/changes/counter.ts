import type { Actor, Agent } from '../../../src/lib/domain/accounts/actor.ts';
import { enterProposal } from '../../../src/lib/server/changes/enter-proposal.ts';
import { proposalById } from '../../../src/lib/server/changes/queries.ts';
import { refuseProposal } from '../../../src/lib/server/changes/refuse-proposal.ts';
import { takeUpProposal } from '../../../src/lib/server/changes/take-up-proposal.ts';
import { as } from '../booking.ts';
import { agentOf } from '../papers/household.ts';

/** An agent of Antibes, and what agents do with a proposal. */
export const antibesAgent = async (): Promise<Agent> => ({
	...(await agentOf('antibes')),
	staffId: '0198c0de-0000-7000-8000-00000000000a'
});

export const seen = (who: Actor, id: string) => as(who, (tx, actor) => proposalById(tx, actor, id));

export const takeUp = (who: Actor, id: string, version = 1) =>
	as(who, (tx, actor) => takeUpProposal(tx, actor, { id, version }));

export const enter = (who: Actor, id: string, on = '2026-11-23', answer = '') =>
	as(who, (tx, actor) =>
		enterProposal(tx, actor, { id, enteredOn: Temporal.PlainDate.from(on), answer })
	);

export const refuse = (who: Actor, id: string, answer = 'Il manque le bail.') =>
	as(who, (tx, actor) => refuseProposal(tx, actor, { id, answer }));

/** The whole way at the counter. */
export async function entered(who: Actor, id: string, answer = ''): Promise<void> {
	await takeUp(who, id, (await seen(who, id)).version);
	await enter(who, id, '2026-11-23', answer);
}
