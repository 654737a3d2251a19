import type { Criterion } from '../../../src/lib/domain/score/grid.ts';

type Words = readonly [fr: string, en: string, ar: string];

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
	label: { fr: label[0], en: label[1], ar: label[2] },
	explanation: {
		fr: 'Points inventés pour la démonstration.',
		en: 'Points invented for the demonstration.',
		ar: 'نقاط مختلقة للعرض التجريبي.'
	},
	source: '',
	confirmed: false,
	...more
});

/** Every kind of criterion a grid may have. The points are invented: they say nothing of any real grid. */
// prettier-ignore
export const EXAMPLE_CRITERIA: readonly Criterion[] = [
	criterion('dalo', 'recognition', ['Droit au logement opposable (DALO)', 'Enforceable right to housing (DALO)', 'الحق الملزم في السكن (DALO)'], { codes: ['dalo'], points: 40 }),
	criterion('sinistre', 'recognition', ['Victime d’une catastrophe naturelle', 'Victim of a natural disaster', 'ضحية كارثة طبيعية'], { codes: ['natural_disaster'], points: 30 }),
	criterion('logement-d-abord', 'recognition', ['Priorité « Logement d’abord »', '“Logement d’abord” (housing first) priority', 'أولوية برنامج Logement d’abord'], { codes: ['housing_first'], points: 30 }),
	criterion('violences', 'motive', ['Violences dans la famille', 'Family violence', 'عنف أسري'], { codes: ['06'], points: 30, proofs: ['protection_order'] }),
	criterion('sans-logement', 'current_housing', ['Sans logement ou logement temporaire', 'No home or a temporary one', 'بلا سكن أو سكن مؤقت'], { codes: ['SD', 'SH', 'HOT', 'SLHT', 'CAMCAR'], points: 20, group: 'logement' }),
	criterion('logement-indecent', 'motive', ['Logement non décent ou insalubre', 'Indecent or unfit home', 'سكن غير لائق'], { codes: ['03'], points: 20, group: 'logement', proofs: ['indecency_report', 'insalubrity_order'] }),
	criterion('logement-trop-petit', 'motive', ['Logement trop petit', 'Home too small', 'سكن ضيق'], { codes: ['13'], points: 12, group: 'logement', proofs: ['lease'] }),
	criterion('sante-handicap', 'motive', ['Handicap ou santé', 'Disability or health', 'إعاقة أو صحة'], { codes: ['07', '08'], points: 15 }),
	criterion('enfants', 'minors', ['Enfants mineurs', 'Children under age', 'أطفال قاصرون'], { perUnit: true, points: 4, most: 16, proofs: ['family_record_book'] }),
	criterion('seul-avec-enfants', 'alone_with_children', ['Seul ou seule avec des enfants', 'Alone with children', 'وحيد مع أطفال'], { points: 6, proofs: ['family_record_book'] }),
	criterion('loyer-lourd', 'rent_share_percent', ['Loyer trop lourd', 'Rent too heavy', 'إيجار مرتفع'], { from: 40, points: 8, proofs: ['rent_receipt'] }),
	criterion('travail', 'works_here', ['Travail dans l’agglomération', 'Work in the agglomeration', 'العمل في التجمع'], { points: 10, proofs: ['work_contract', 'employer_statement'] }),
	criterion('habite', 'lives_here', ['Habite dans l’agglomération', 'Lives in the agglomeration', 'السكن في التجمع'], { points: 5, proofs: ['rent_receipt', 'host_certificate'] }),
	criterion('anciennete', 'seniority_months', ['Ancienneté de la demande', 'Seniority of the request', 'أقدمية الطلب'], { perUnit: true, every: 6, points: 2, most: 24 }),
	criterion('refus', 'refused_offers', ['Refus d’une offre adaptée', 'Refusal of an adapted offer', 'رفض عرض مناسب'], { perUnit: true, points: -15, most: 30 })
];
