import { and, between, eq, inArray } from 'drizzle-orm';
import type { Agent, Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import { SECTIONS, type ChangeKind } from '../../../src/lib/domain/changes/kinds.ts';
import type { Values } from '../../../src/lib/domain/changes/read-values.ts';
import { askRectification } from '../../../src/lib/server/changes/ask-rectification.ts';
import { enterProposal } from '../../../src/lib/server/changes/enter-proposal.ts';
import { proposeChange } from '../../../src/lib/server/changes/propose-change.ts';
import { refuseProposal } from '../../../src/lib/server/changes/refuse-proposal.ts';
import { takeUpProposal } from '../../../src/lib/server/changes/take-up-proposal.ts';
import { withdrawProposal } from '../../../src/lib/server/changes/withdraw-proposal.ts';
import { application, person } from '../../../src/lib/server/db/schema/applications.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { answerSections } from '../../../src/lib/server/renewals/answer-sections.ts';
import { confirmRenewal } from '../../../src/lib/server/renewals/confirm-renewal.ts';
import type { Guest } from './agenda.ts';
import { moment, SEED, within } from './moments.ts';
import type { DemoStaff } from './staff.ts';

type Outcome = 'proposed' | 'being_entered' | 'entered' | 'not_possible' | 'withdrawn';
type Story = {
	daysAgo: number;
	kind: ChangeKind;
	/** Whom it is about: the applicant, or the whole request. */
	about: 'applicant' | 'request';
	values: (today: Temporal.PlainDate) => Values;
	outcome: Outcome;
};

const since = (today: Temporal.PlainDate) => today.subtract({ days: 20 }).toString();

/** What people of Antibes declared, in each state a declaration can be in; fictional like them. */
const STORIES: readonly Story[] = [
	{
		daysAgo: 3,
		kind: 'address',
		about: 'applicant',
		outcome: 'proposed',
		values: (today) => ({
			since: since(today),
			addressLine: '8 chemin Inventé',
			postcode: '06600',
			addressCommune: '06004',
			otherCommune: ''
		})
	},
	{
		daysAgo: 5,
		kind: 'work',
		about: 'applicant',
		outcome: 'being_entered',
		values: (today) => ({
			since: since(today),
			contract: 'CDD',
			profession: 'Vendeuse',
			employer: 'Magasin fictif',
			workPostcode: '06560',
			workCommune: '06152'
		})
	},
	{
		daysAgo: 12,
		kind: 'contact',
		about: 'applicant',
		outcome: 'entered',
		values: () => ({ phone: '0639980011', email: 'nouvelle.adresse@demo.test' })
	},
	{
		daysAgo: 9,
		kind: 'housing',
		about: 'request',
		outcome: 'not_possible',
		values: (today) => ({
			since: since(today),
			model: 'CP',
			rentCents: '',
			occupants: '5',
			category: 'A',
			type: 'T2',
			surfaceM2: '31',
			owner: 'non'
		})
	},
	{
		daysAgo: 7,
		kind: 'pregnancy',
		about: 'request',
		outcome: 'withdrawn',
		values: (today) => ({
			expectedCount: '1',
			expectedOn: today.add({ days: 120 }).toString()
		})
	}
];

/** Changes declared in each state, corrections asked and answered, a renewal confirmed: the counters find work. */
export async function seedChanges(
	guests: readonly Guest[],
	staff: DemoStaff,
	today: Temporal.PlainDate
): Promise<void> {
	const known = today.subtract({ days: 45 });
	const people = guests.filter(
		({ request }) =>
			request.insee === '06004' && Temporal.PlainDate.compare(request.filedOn, known) < 0
	);
	for (const [index, story] of STORIES.entries()) {
		const guest = people[index];
		if (guest) await play(guest, story, staff.antibes, today);
	}
	const [asks, answered] = people.slice(STORIES.length);
	if (asks) await contest(asks, 4, today, null);
	if (answered) await contest(answered, 14, today, staff.antibes);
	await confirmOne(guests, today);
}

/** A couple who no longer live together: one of them has said so, and the counter has it to enter. */
export async function seedSeparation(
	applicant: Applicant,
	today: Temporal.PlainDate
): Promise<void> {
	const day = today.subtract({ days: 6 });
	const subject = await personOf(applicant.applicationId, 'coapplicant');
	const values = { since: since(day), familySituation: 'S', note: '' };
	await within(applicant, moment(day, '21:05'), (tx) =>
		proposeChange(tx, applicant, { kind: 'separation', subject, values })
	);
}

async function play(
	{ applicant }: Guest,
	{ daysAgo, kind, about, values, outcome }: Story,
	agent: Agent,
	today: Temporal.PlainDate
): Promise<void> {
	const day = today.subtract({ days: daysAgo });
	const subject = about === 'applicant' ? await personOf(applicant.applicationId, 'applicant') : '';
	const id = await within(applicant, moment(day, '18:40'), (tx) =>
		proposeChange(tx, applicant, { kind, subject, values: values(day) })
	);
	const later = moment(day.add({ days: 2 }), '10:10');
	if (outcome === 'withdrawn')
		await within(applicant, later, (tx) => withdrawProposal(tx, applicant, { id }));
	if (outcome === 'being_entered' || outcome === 'entered')
		await within(agent, later, (tx) => takeUpProposal(tx, agent, { id, version: 1 }));
	if (outcome === 'entered') {
		const enteredOn = day.add({ days: 2 });
		await within(agent, later, (tx) => enterProposal(tx, agent, { id, enteredOn, answer: '' }));
	}
	if (outcome === 'not_possible') {
		const answer =
			'Il manque l’attestation de la personne qui vous héberge. Envoyez-la, puis déclarez encore.';
		await within(agent, later, (tx) => refuseProposal(tx, agent, { id, answer }));
	}
}

/** A correction of the surface of the home, answered or not. */
async function contest(
	{ applicant }: Guest,
	daysAgo: number,
	today: Temporal.PlainDate,
	agent: Agent | null
): Promise<void> {
	const day = today.subtract({ days: daysAgo });
	const id = await within(applicant, moment(day, '12:30'), (tx) =>
		askRectification(tx, applicant, {
			key: { fact: 'surface', personId: null, item: null },
			wrong: 'La surface a été mal recopiée : mon bail dit autre chose.',
			values: { surfaceM2: '17' }
		})
	);
	if (!agent) return;
	const enteredOn = day.add({ days: 6 });
	const at = moment(enteredOn, '11:00');
	await within(agent, at, (tx) => takeUpProposal(tx, agent, { id, version: 1 }));
	const answer = 'Corrigé d’après votre bail. Merci de l’avoir signalé.';
	await within(agent, at, (tx) => enterProposal(tx, agent, { id, enteredOn, answer }));
}

/** Somebody whose request ends soon has confirmed: the counter has to enter it. */
async function confirmOne(guests: readonly Guest[], today: Temporal.PlainDate): Promise<void> {
	const ending = await unitOfWork(SEED, (tx) =>
		tx
			.select({ id: application.id })
			.from(application)
			.where(
				and(
					between(application.validUntil, today.add({ days: 5 }), today.add({ days: 50 })),
					inArray(application.state, ['registered'])
				)
			)
	);
	const ids = ending.map(({ id }) => id);
	const guest = guests.find(({ request }) => ids.includes(request.applicationId));
	if (!guest) return;
	const { applicant } = guest;
	const answers = Object.fromEntries(SECTIONS.map((section) => [section, 'same' as const]));
	await within(applicant, moment(today.subtract({ days: 1 }), '20:15'), async (tx) => {
		await answerSections(tx, applicant, { answers });
		await confirmRenewal(tx, applicant);
	});
}

async function personOf(applicationId: string, role: 'applicant' | 'coapplicant'): Promise<string> {
	const [found] = await unitOfWork(SEED, (tx) =>
		tx
			.select({ id: person.id })
			.from(person)
			.where(and(eq(person.applicationId, applicationId), eq(person.role, role)))
	);
	return found!.id;
}
