import type { Actor, Agent } from '../../domain/accounts/actor.ts';
import { NotFound } from '../../domain/errors.ts';
import { requireApplication } from '../applications/access.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireOwnCounter } from './access.ts';
import { channelFor, requirePhoneOf, type Channel } from './channel.ts';
import { counterFor, motiveFor, type CounterRow, type MotiveRow } from './offer.ts';

export type ForPerson = {
	applicationId: string;
	/** Code of the motive. */
	motive: string;
	/** Slug of one of the agent's counters. */
	counter: string;
	startsAt: Temporal.Instant;
	channel: Channel;
};

export type Checked = { agent: Agent; motive: MotiveRow; counter: CounterRow };

/**
 * What has to be true before an agent books anything for somebody: the request is on their territory, the counter is
 * theirs, and the motive can be dealt with in that way.
 * @throws NotFound for whoever is no agent, for a stranger's request, another's counter and an unknown motive;
 * RuleBroken `channel-not-offered`, `phone-missing`
 */
export async function checkForPerson(
	tx: Tx,
	actor: Actor,
	input: Omit<ForPerson, 'startsAt'>
): Promise<Checked> {
	const agent = requireAgent(actor);
	await requireApplication(tx, agent, input.applicationId);
	const counter = await myCounterFor(tx, agent, input.counter);
	const motive = await motiveFor(tx, agent, input.motive);
	await requirePhoneOf(tx, channelFor(motive, input.channel), input.applicationId);
	return { agent, motive, counter };
}

/** One of the agent's counters. @throws NotFound for another's as for one that does not exist */
export async function myCounterFor(tx: Tx, agent: Agent, slug: string): Promise<CounterRow> {
	const counter = await counterFor(tx, slug);
	requireOwnCounter(agent, counter.id);
	return counter;
}

/** @throws NotFound: these acts do not exist for the public */
export function requireAgent(actor: Actor): Agent {
	if (actor.kind !== 'agent') throw new NotFound('appointment');
	return actor;
}
