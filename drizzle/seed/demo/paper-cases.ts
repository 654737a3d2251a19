import type { Specimen } from './specimens/specimen.ts';

/** What becomes of a paper before the day of the demonstration. */
export type Fate =
	| { is: 'to-check' }
	/** Its pages are not made: the antivirus has not spoken. */
	| { is: 'waiting' }
	| { is: 'accepted' }
	| { is: 'passed-on' }
	/** In SNE for so long that nothing is left of it here. */
	| { is: 'emptied' }
	/** Refused by the antivirus. */
	| { is: 'infected' }
	| { is: 'asked-again'; reason: string; note: string };

export type PaperCase = Specimen & {
	/** As the applicant says. */
	category: string;
	/** Days between its reception and the day of the demonstration; beyond fifteen it is late. */
	daysAgo: number;
	fate: Fate;
	/** By the applicant, or at the counter by an agent. */
	by?: 'counter';
};

const toCheck = { is: 'to-check' } as const;
const accepted = { is: 'accepted' } as const;
const askedAgain = (reason: string, note = '') => ({ is: 'asked-again', reason, note }) as const;

/**
 * Papers as an agent meets them on an ordinary morning: good ones, bad photos, the wrong year, two documents in one file,
 * a sensitive one, some that are late. One a household.
 */
export const PAPER_CASES: readonly PaperCase[] = [
	{
		category: 'national_id_card',
		kinds: ['national_id_card'],
		taken: 'pdf',
		daysAgo: 17,
		fate: toCheck
	},
	{ category: 'tax_notice_n2', kinds: ['tax_notice_n2'], taken: 'pdf', daysAgo: 16, fate: toCheck },
	{ category: 'payslips', kinds: ['payslips'], taken: 'blurred', daysAgo: 13, fate: toCheck },
	{
		category: 'tax_notice_n2',
		kinds: ['tax_notice_other_year'],
		taken: 'pdf',
		daysAgo: 12,
		fate: toCheck
	},
	{ category: 'payslips', kinds: ['payslips'], taken: 'pdf', daysAgo: 12, fate: accepted },
	{ category: 'rent_receipt', kinds: ['rent_receipt'], taken: 'cut', daysAgo: 10, fate: toCheck },
	{
		category: 'residence_permit',
		kinds: ['residence_permit'],
		taken: 'dark',
		daysAgo: 9,
		fate: askedAgain('too_dark', 'On ne lit pas la date de fin de validité.')
	},
	{
		category: 'tax_notice_n2',
		kinds: ['tax_notice_n2', 'payslips'],
		taken: 'pdf',
		daysAgo: 8,
		fate: toCheck
	},
	{
		category: 'national_id_card',
		kinds: ['national_id_card'],
		taken: 'sideways',
		daysAgo: 7,
		fate: toCheck
	},
	{
		category: 'medical_certificate',
		kinds: ['medical_certificate'],
		taken: 'well',
		daysAgo: 6,
		fate: toCheck
	},
	{
		category: 'tax_notice_n2',
		kinds: ['payslips'],
		taken: 'well',
		daysAgo: 5,
		fate: toCheck
	},
	{
		category: 'rent_receipt',
		kinds: ['rent_receipt'],
		taken: 'well',
		daysAgo: 4,
		fate: accepted
	},
	{
		category: 'family_record_book',
		kinds: ['family_record_book'],
		taken: 'well',
		daysAgo: 3,
		by: 'counter',
		fate: toCheck
	},
	{
		category: 'national_id_card',
		kinds: ['national_id_card'],
		taken: 'well',
		daysAgo: 2,
		fate: { is: 'passed-on' }
	},
	{ category: 'payslips', kinds: ['payslips'], taken: 'well', daysAgo: 1, fate: { is: 'waiting' } },
	{
		category: 'residence_permit',
		kinds: ['residence_permit'],
		taken: 'pdf',
		daysAgo: 1,
		fate: { is: 'waiting' }
	}
];

/** The photo that somebody sends once their paper was asked for again. */
export const ANSWER: PaperCase = {
	category: 'residence_permit',
	kinds: ['residence_permit'],
	taken: 'well',
	daysAgo: 1,
	fate: toCheck
};
