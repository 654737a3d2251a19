import type { Agent, Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { computeScores } from '../../../src/lib/server/score/compute-scores.ts';
import { draftGrid } from '../../../src/lib/server/score/draft-grid.ts';
import { publishGrid } from '../../../src/lib/server/score/publish-grid.ts';
import { recogniseSituation } from '../../../src/lib/server/score/recognise-situation.ts';
import { removeCriterion } from '../../../src/lib/server/score/remove-criterion.ts';
import { setCriterion } from '../../../src/lib/server/score/set-criterion.ts';
import { setGrid } from '../../../src/lib/server/score/set-grid.ts';
import { EXAMPLE_CRITERIA } from './example-criteria.ts';
import { moment, SEED, within } from './moments.ts';
import type { DemoRequest } from './play-life.ts';

const STARTED_DAYS_AGO = 150;
/** One request in so many has a situation that the service recognised. */
const ONE_IN = 17;

/** Publishes a grid whose points are invented, marked so, the way the head of service does. */
export async function seedExampleGrid(head: Agent, today: Temporal.PlainDate): Promise<void> {
	const startsOn = today.subtract({ days: STARTED_DAYS_AGO });
	await within(head, moment(startsOn, '09:00'), async (tx) => {
		const gridId = await draftGrid(tx, head);
		const title = {
			fr: 'Grille d’exemple, points inventés pour la démonstration',
			en: 'Example grid, points invented for the demonstration',
			ar: 'جدول للمثال، نقاط مختلقة للعرض التجريبي',
			it: 'Griglia di esempio, punti inventati per la dimostrazione',
			pt: 'Grelha de exemplo, pontos inventados para a demonstração',
			uk: 'Таблиця для прикладу, бали вигадані для демонстрації'
		};
		const source = 'Points inventés pour la démonstration';
		await setGrid(tx, head, { gridId, title, source, isExample: true });
		for (const code of ['dalo', 'sinistre', 'logement-d-abord'])
			await removeCriterion(tx, head, { gridId, code });
		for (const [position, criterion] of EXAMPLE_CRITERIA.entries())
			await setCriterion(tx, head, { gridId, criterion, position, isNew: true });
		await publishGrid(tx, head, { gridId, startsOn });
	});
}

/** Recognises some situations, then computes every score: Amina's on two days, so that she has a past one. */
export async function seedScores(
	amina: Applicant,
	requests: readonly DemoRequest[],
	head: Agent,
	today: Temporal.PlainDate
): Promise<void> {
	const recognised = requests.filter(({ live }, index) => live && index % ONE_IN === 0);
	for (const [index, { applicationId, filedOn }] of recognised.entries()) {
		const kind = index % 2 === 0 ? 'natural_disaster' : 'housing_first';
		const author = 'Service logement communautaire';
		await within(head, moment(today.subtract({ days: 1 }), '10:00'), (tx) =>
			recogniseSituation(tx, head, { applicationId, kind, since: filedOn, author })
		);
	}
	await within(SEED, moment(today.subtract({ days: 100 }), '04:10'), (tx) =>
		computeScores(tx, [amina.applicationId])
	);
	const live = requests.filter((request) => request.live);
	const ids = [amina.applicationId, ...live.map(({ applicationId }) => applicationId)];
	await unitOfWork(SEED, (tx) => computeScores(tx, ids));
}
