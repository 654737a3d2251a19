import { eq } from 'drizzle-orm';
import type { Agent, Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import { paperRequest } from '../../../src/lib/server/db/schema/documents.ts';
import { person } from '../../../src/lib/server/db/schema/applications.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { acceptPaper } from '../../../src/lib/server/documents/accept-paper.ts';
import { askAgain } from '../../../src/lib/server/documents/ask-again.ts';
import { depositPaper } from '../../../src/lib/server/documents/deposit-paper.ts';
import { emptyDeposited } from '../../../src/lib/server/documents/empty-deposited.ts';
import { removeKept } from '../../../src/lib/server/documents/sealed-objects.ts';
import { vault } from '../../../src/lib/server/documents/vault.ts';
import type { Guest } from './agenda.ts';
import { inLanes } from './in-lanes.ts';
import { moment, SEED, within } from './moments.ts';
import { ANSWER, PAPER_CASES, type PaperCase } from './paper-cases.ts';
import { CLEAN, FOUND, prepareSpecimen, sendAtCounter, sendFromPhone } from './send-specimen.ts';
import { specimenFile } from './specimens/specimen.ts';
import type { DemoStaff } from './staff.ts';

/** Of Antibes all of them, since its agent is the one that visitors of the demonstration sign in as. */
const ELSEWHERE = 6;

export type Sending = {
	paper: PaperCase;
	applicant: Applicant;
	agent: Agent;
	index: number;
	today: Temporal.PlainDate;
};

/** Papers of some people, in every state, with pictures that look like papers and say that they are specimens. */
export async function seedPapers(
	guests: readonly Guest[],
	staff: DemoStaff,
	today: Temporal.PlainDate
): Promise<void> {
	const live = guests.filter(({ request }) => request.filedOn.until(today).days > 20);
	const antibes = live.filter(({ request }) => request.insee === '06004');
	const others = live.filter(({ request }) => request.insee !== '06004');
	const dealt = (people: readonly Guest[], agent: Agent, most: number) =>
		PAPER_CASES.slice(0, Math.min(most, people.length)).map((paper, index): Sending => ({
			paper,
			agent,
			applicant: people[index]!.applicant,
			index,
			today
		}));
	const sendings = [
		...dealt(antibes, staff.antibes, PAPER_CASES.length),
		...dealt(others, staff.head, ELSEWHERE)
	];
	await inLanes(sendings, sendOne);
	const refused = sendings.filter(({ paper }) => paper.category === ANSWER.category);
	await inLanes(
		refused.filter(({ paper }) => paper.fate.is === 'asked-again'),
		(sending) => sendOne({ ...sending, paper: ANSWER, index: sending.index + 100 })
	);
}

/** Amina's identity card is in order; her tax notice is what is missing. */
export function seedAminasPaper(
	applicant: Applicant,
	agent: Agent,
	today: Temporal.PlainDate
): Promise<void> {
	const kinds = ['national_id_card'];
	const category = 'national_id_card';
	const fate = { is: 'accepted' } as const;
	const paper: PaperCase = { category, kinds, taken: 'well', daysAgo: 11, fate };
	return sendOne({ paper, applicant, agent, index: 0, today });
}

export async function sendOne({ paper, applicant, agent, index, today }: Sending): Promise<void> {
	const whose = await holderOf(applicant);
	const file = await specimenFile(paper, { ...whose, city: 'Ville-Exemple', today }, index);
	const receivedOn = today.subtract({ days: paper.daysAgo });
	const { category } = paper;
	if (category === 'medical_certificate') await askFor(applicant, agent, whose.personId, category);
	const what = { file, category, personId: whose.personId, at: moment(receivedOn, '19:40') };
	const { applicationId } = applicant;
	const paperId =
		paper.by === 'counter'
			? await sendAtCounter(agent, { ...what, applicationId, receivedOn })
			: await sendFromPhone(applicant, what);
	if (paper.fate.is === 'waiting') return;
	const verdict = paper.fate.is === 'infected' ? FOUND : CLEAN;
	await prepareSpecimen({ paperId, applicationId }, moment(receivedOn, '19:42'), verdict);
	await decide(paper, agent, paperId, moment(receivedOn.add({ days: 1 }), '09:20'));
}

async function decide(
	{ fate }: PaperCase,
	agent: Agent,
	paperId: string,
	at: Temporal.Instant
): Promise<void> {
	if (fate.is === 'to-check' || fate.is === 'infected') return;
	if (fate.is === 'asked-again') {
		const { reason, note } = fate;
		await within(agent, at, (tx) => askAgain(tx, agent, { paperId, reason, note }));
		return;
	}
	await within(agent, at, (tx) => acceptPaper(tx, agent, { paperId }));
	if (fate.is === 'accepted') return;
	await within(agent, at, (tx) => depositPaper(tx, agent, { paperId }));
	if (fate.is === 'passed-on') return;
	const { storageKeys } = await within(SEED, at.add({ hours: 24 * 7 }), (tx) =>
		emptyDeposited(tx, SEED)
	);
	await removeKept((await vault()).store, storageKeys);
}

/** A sensitive paper is taken only once a counter has asked for it. */
async function askFor(
	{ applicationId }: Applicant,
	agent: Agent,
	personId: string,
	categoryCode: string
): Promise<void> {
	const askedBy = `agent:${agent.staffId}`;
	const askedAt = moment(Temporal.PlainDate.from('2026-01-05'), '10:00');
	await unitOfWork(SEED, (tx) =>
		tx.insert(paperRequest).values({ applicationId, personId, categoryCode, askedAt, askedBy })
	);
}

/** The person whose papers they are, as a specimen shows them. */
export async function holderOf({ applicationId }: Applicant) {
	const [found] = await unitOfWork(SEED, (tx) =>
		tx
			.select()
			.from(person)
			.where(eq(person.applicationId, applicationId))
			.orderBy(person.role, person.position)
			.limit(1)
	);
	if (!found) throw new Error('a request without an applicant');
	const { id, firstName, lastName, birthDate } = found;
	const [year, month, day] = (birthDate?.toString() ?? '1990-01-01').split('-');
	return {
		personId: id,
		name: [firstName, lastName?.toLocaleUpperCase('fr')].filter(Boolean).join(' '),
		bornOn: `${day}/${month}/${year}`
	};
}
