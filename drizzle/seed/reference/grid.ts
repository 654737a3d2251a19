import { system } from '../../../src/lib/domain/accounts/actor.ts';
import type { Criterion } from '../../../src/lib/domain/score/grid.ts';
import { scoreGrid } from '../../../src/lib/server/db/schema/score.ts';
import type { Tx } from '../../../src/lib/server/db/unit-of-work.ts';
import { draftGrid } from '../../../src/lib/server/score/draft-grid.ts';
import { publishGrid } from '../../../src/lib/server/score/publish-grid.ts';
import { setCriterion } from '../../../src/lib/server/score/set-criterion.ts';
import { setGrid } from '../../../src/lib/server/score/set-grid.ts';

/** The day since which the intercommunality applies its grid (domain.md §7, S47 and S48). */
const APPLIED_SINCE = Temporal.PlainDate.from('2022-09-01');
const ADOPTED =
	'Grille adoptée le 29 novembre 2021 par les 24 maires, appliquée depuis le 1er septembre 2022';

const known = (
	code: string,
	kind: string,
	label: Criterion['label'],
	source: string
): Criterion => ({
	code,
	fact: 'recognition',
	codes: [kind],
	from: 1,
	every: 1,
	perUnit: false,
	points: null,
	most: null,
	group: null,
	proofs: [],
	label,
	explanation: {
		fr: 'Critère connu. Ses points ne sont pas publics.',
		en: 'A known criterion. Its points are not public.',
		ar: 'معيار معروف. نقاطه غير منشورة.',
		it: 'Criterio noto. I suoi punti non sono pubblici.',
		pt: 'Critério conhecido. Os seus pontos não são públicos.',
		uk: 'Відомий критерій. Його бали не опубліковано.'
	},
	source,
	confirmed: false
});

/** The only criteria that public sources name, without their points: nothing is made up for the rest. */
const CRITERIA: readonly Criterion[] = [
	known(
		'dalo',
		'dalo',
		{
			fr: 'Droit au logement opposable (DALO)',
			en: 'Enforceable right to housing (DALO)',
			ar: 'الحق الملزم في السكن (DALO)',
			it: 'Diritto opponibile all’alloggio (DALO)',
			pt: 'Direito oponível à habitação (DALO)',
			uk: 'Право вимагати житло (DALO)'
		},
		'Décret 2019-1378 ; L441-1'
	),
	known(
		'sinistre',
		'natural_disaster',
		{
			fr: 'Victime d’une catastrophe naturelle ou d’un sinistre',
			en: 'Victim of a natural or other disaster',
			ar: 'ضحية كارثة طبيعية أو حادث',
			it: 'Vittima di una catastrofe naturale o di un sinistro',
			pt: 'Vítima de uma catástrofe natural ou de um sinistro',
			uk: 'Постраждалі від стихійного лиха або аварії'
		},
		'Critère local, après les inondations d’octobre 2015'
	),
	known(
		'logement-d-abord',
		'housing_first',
		{
			fr: 'Priorité « Logement d’abord »',
			en: '“Logement d’abord” (housing first) priority',
			ar: 'أولوية برنامج Logement d’abord',
			it: 'Priorità «Logement d’abord» (prima l’alloggio)',
			pt: 'Prioridade «Logement d’abord» (habitação primeiro)',
			uk: 'Пріоритет «Logement d’abord» (спочатку житло)'
		},
		'Critère local'
	)
];

/** Puts the known criteria in force when there is no grid at all; what staff wrote since stays. */
export async function seedGrid(tx: Tx): Promise<void> {
	if ((await tx.$count(scoreGrid)) > 0) return;
	const actor = system('seed-reference');
	const gridId = await draftGrid(tx, actor);
	const title = {
		fr: 'Grille de cotation de l’agglomération',
		en: 'Scoring grid of the agglomeration',
		ar: 'جدول التنقيط للتجمع',
		it: 'Griglia dei punti della comunità di comuni',
		pt: 'Grelha de pontuação da aglomeração',
		uk: 'Таблиця балів агломерації'
	};
	await setGrid(tx, actor, { gridId, title, source: ADOPTED, isExample: false });
	for (const [position, criterion] of CRITERIA.entries()) {
		await setCriterion(tx, actor, { gridId, criterion, position, isNew: true });
	}
	await publishGrid(tx, actor, { gridId, startsOn: APPLIED_SINCE });
}
