import { randomUUID } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import type { Agent } from '../../../src/lib/domain/accounts/actor.ts';
import { startSession } from '../../../src/lib/server/accounts/lucia.ts';
import { commune, counter } from '../../../src/lib/server/db/schema/counters.ts';
import { acceptPaper } from '../../../src/lib/server/documents/accept-paper.ts';
import { vault } from '../../../src/lib/server/documents/vault.ts';
import { as, TESTING } from '../booking.ts';
import { giveCookie } from '../sign-in.ts';
import { ask, colleagueOf, sendReady, type Sent } from './desk.ts';
import { makeHousehold } from './household.ts';

type Fate = Sent & { accepted?: true; asked?: true };

export type OwnDesk = { agent: Agent; applicationId: string; papers: string[] };

/**
 * An agent of a counter of their own, signed in, with a commune of its own and the papers of one household there: what
 * this test sees and decides is nobody else's, whatever runs beside it on the same database. Earlier papers are the
 * more urgent ones.
 */
export async function ownDesk(context: BrowserContext, ...sent: Fate[]): Promise<OwnDesk> {
	const { insee, counterId } = await ownCounter();
	const like = { kind: 'agent', staffId: '', name: '', role: 'agent', counterIds: [counterId] };
	const agent = await colleagueOf(like as Agent, 'Camille Essai');
	const home = await makeHousehold(insee);
	const papers: string[] = [];
	for (const { accepted, asked, ...paper } of sent) {
		if (asked) await ask(home, paper.category!);
		const paperId = await sendReady(await vault(), home, paper);
		if (accepted) await as(agent, (tx) => acceptPaper(tx, agent, { paperId }));
		papers.push(paperId);
	}
	const secret = await as(TESTING, (tx) => startSession(tx, `staff:${agent.staffId}`, null));
	await giveCookie(context, secret);
	return { agent, applicationId: home.applicationId, papers };
}

/** Not an active one: the public never sees it. */
function ownCounter(): Promise<{ insee: string; counterId: string }> {
	const name = randomUUID().slice(0, 8);
	const insee = `X${name.slice(0, 4)}`;
	return as(TESTING, async (tx) => {
		await tx.insert(commune).values({ insee, name, postcodes: [], population: 0 });
		const [made] = await tx
			.insert(counter)
			.values({
				slug: `essai-${name}`,
				kind: 'municipal',
				name,
				communeInsee: insee,
				active: false
			})
			.returning({ id: counter.id });
		return { insee, counterId: made!.id };
	});
}
