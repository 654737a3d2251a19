import type { Criterion } from '../../../src/lib/domain/score/grid.ts';

type Words = readonly [fr: string, en: string, ar: string, it: string, pt: string, uk: string];

const criterion = (
	code: string,
	fact: Criterion['fact'],
	label: Words,
	more: Partial<Criterion>
): Criterion => ({
	code,
	fact,
	codes: [],
	from: 1,
	every: 1,
	perUnit: false,
	points: 0,
	most: null,
	group: null,
	proofs: [],
	label: { fr: label[0], en: label[1], ar: label[2], it: label[3], pt: label[4], uk: label[5] },
	explanation: {
		fr: 'Points inventés pour la démonstration.',
		en: 'Points invented for the demonstration.',
		ar: 'نقاط مختلقة للعرض التجريبي.',
		it: 'Punti inventati per la dimostrazione.',
		pt: 'Pontos inventados para a demonstração.',
		uk: 'Бали вигадані для демонстрації.'
	},
	source: '',
	confirmed: false,
	...more
});

/** Every kind of criterion a grid may have. The points are invented: they say nothing of any real grid. */
// prettier-ignore
export const EXAMPLE_CRITERIA: readonly Criterion[] = [
	criterion('dalo', 'recognition', ['Droit au logement opposable (DALO)', 'Enforceable right to housing (DALO)', 'الحق الملزم في السكن (DALO)', 'Diritto opponibile all’alloggio (DALO)', 'Direito oponível à habitação (DALO)', 'Право вимагати житло (DALO)'], { codes: ['dalo'], points: 40 }),
	criterion('sinistre', 'recognition', ['Victime d’une catastrophe naturelle ou d’un sinistre', 'Victim of a natural or other disaster', 'ضحية كارثة طبيعية أو حادث', 'Vittima di una catastrofe naturale o di un sinistro', 'Vítima de uma catástrofe natural ou de um sinistro', 'Постраждалі від стихійного лиха або аварії'], { codes: ['natural_disaster'], points: 30 }),
	criterion('logement-d-abord', 'recognition', ['Priorité « Logement d’abord »', '“Logement d’abord” (housing first) priority', 'أولوية برنامج Logement d’abord', 'Priorità «Logement d’abord» (prima l’alloggio)', 'Prioridade «Logement d’abord» (habitação primeiro)', 'Пріоритет «Logement d’abord» (спочатку житло)'], { codes: ['housing_first'], points: 30 }),
	criterion('violences', 'motive', ['Violences dans la famille', 'Family violence', 'عنف أسري', 'Violenze in famiglia', 'Violência na família', 'Насильство в сім’ї'], { codes: ['06'], points: 30, proofs: ['protection_order'] }),
	criterion('sans-logement', 'current_housing', ['Sans logement ou logement temporaire', 'No home or a temporary one', 'بلا سكن أو سكن مؤقت', 'Senza alloggio o in alloggio temporaneo', 'Sem habitação ou em habitação temporária', 'Без житла або в тимчасовому житлі'], { codes: ['SD', 'SH', 'HOT', 'SLHT', 'CAMCAR'], points: 20, group: 'logement' }),
	criterion('logement-indecent', 'motive', ['Logement non décent ou insalubre', 'Indecent or unfit home', 'سكن غير لائق', 'Alloggio indecente o insalubre', 'Habitação indigna ou insalubre', 'Неналежне або шкідливе для здоров’я житло'], { codes: ['03'], points: 20, group: 'logement', proofs: ['indecency_report', 'insalubrity_order'] }),
	criterion('logement-trop-petit', 'motive', ['Logement trop petit', 'Home too small', 'سكن ضيق', 'Alloggio troppo piccolo', 'Habitação pequena demais', 'Замале житло'], { codes: ['13'], points: 12, group: 'logement', proofs: ['lease'] }),
	criterion('sante-handicap', 'motive', ['Handicap ou santé', 'Disability or health', 'إعاقة أو صحة', 'Disabilità o salute', 'Deficiência ou saúde', 'Інвалідність або здоров’я'], { codes: ['07', '08'], points: 15 }),
	criterion('enfants', 'minors', ['Enfants mineurs', 'Children under age', 'أطفال قاصرون', 'Figli minorenni', 'Filhos menores', 'Неповнолітні діти'], { perUnit: true, points: 4, most: 16, proofs: ['family_record_book'] }),
	criterion('seul-avec-enfants', 'alone_with_children', ['Seul ou seule avec des enfants', 'Alone with children', 'وحيد مع أطفال', 'Solo o sola con figli', 'Sozinho ou sozinha com filhos', 'Один дорослий із дітьми'], { points: 6, proofs: ['family_record_book'] }),
	criterion('loyer-lourd', 'rent_share_percent', ['Loyer trop lourd', 'Rent too heavy', 'إيجار مرتفع', 'Affitto troppo pesante', 'Renda pesada demais', 'Зависока орендна плата'], { from: 40, points: 8, proofs: ['rent_receipt'] }),
	criterion('travail', 'works_here', ['Travail dans l’agglomération', 'Work in the agglomeration', 'العمل في التجمع', 'Lavora nell’area', 'Trabalha na aglomeração', 'Працює в агломерації'], { points: 10, proofs: ['work_contract', 'employer_statement'] }),
	criterion('habite', 'lives_here', ['Habite dans l’agglomération', 'Lives in the agglomeration', 'السكن في التجمع', 'Abita nell’area', 'Vive na aglomeração', 'Живе в агломерації'], { points: 5, proofs: ['rent_receipt', 'host_certificate'] }),
	criterion('anciennete', 'seniority_months', ['Ancienneté de la demande', 'Seniority of the request', 'أقدمية الطلب', 'Anzianità della domanda', 'Antiguidade do pedido', 'Стаж очікування заявки'], { perUnit: true, every: 6, points: 2, most: 24 }),
	criterion('refus', 'refused_offers', ['Refus d’une offre adaptée', 'Refusal of an adapted offer', 'رفض عرض مناسب', 'Rifiuto di un’offerta adatta', 'Recusa de uma oferta adequada', 'Відмова від пропозиції, яка підходить'], { perUnit: true, points: -15, most: 30 })
];
