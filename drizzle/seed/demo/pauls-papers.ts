import { randomUUID } from 'node:crypto';
import type { Agent, Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import { atMoment } from '../../../src/lib/server/clock.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { addPage } from '../../../src/lib/server/documents/add-page.ts';
import { startDraft } from '../../../src/lib/server/documents/start-draft.ts';
import { vault } from '../../../src/lib/server/documents/vault.ts';
import { moment, within } from './moments.ts';
import type { PaperCase } from './paper-cases.ts';
import { holderOf, sendOne } from './papers.ts';
import { bodyOf, prepareSpecimen } from './send-specimen.ts';
import { specimenFile } from './specimens/specimen.ts';

const paper = (
	category: string,
	daysAgo: number,
	fate: PaperCase['fate'],
	specimen: Partial<PaperCase> = {}
): PaperCase => ({ category, kinds: [category], taken: 'well', daysAgo, fate, ...specimen });

/** One paper in each state that a person may read, so that one sign-in shows them all. */
const CASES: readonly PaperCase[] = [
	paper('national_id_card', 16, { is: 'emptied' }),
	paper('payslips', 9, { is: 'asked-again', reason: 'blurred', note: '' }, { taken: 'blurred' }),
	paper('work_contract', 6, { is: 'infected' }, { kinds: ['payslips'], taken: 'pdf' }),
	paper(
		'lease',
		3,
		{ is: 'asked-again', reason: 'out_of_scope', note: 'Votre quittance suffit.' },
		{ kinds: ['rent_receipt'] }
	),
	paper('family_record_book', 2, { is: 'passed-on' }),
	paper('rent_receipt', 2, { is: 'accepted' }),
	paper('payslips', 1, { is: 'to-check' }),
	paper('family_allowance_statement', 1, { is: 'waiting' }, { kinds: ['payslips'] })
];

/** Paul has sent many papers; the one that is missing, he began yesterday and was called away. */
export async function seedPaulsPapers(
	applicant: Applicant,
	agent: Agent,
	today: Temporal.PlainDate
): Promise<void> {
	for (const [index, sent] of CASES.entries()) {
		await sendOne({ paper: sent, applicant, agent, index: index + 200, today });
	}
	await beginTaxNotice(applicant, today);
}

/** Two photos of his tax notice, not sent: whoever comes back is led to them. */
async function beginTaxNotice(applicant: Applicant, today: Temporal.PlainDate): Promise<void> {
	const whose = await holderOf(applicant);
	const at = moment(today.subtract({ days: 1 }), '21:05');
	const category = 'tax_notice_n2';
	const { paperId } = await within(applicant, at, (tx) =>
		startDraft(tx, applicant, { category, personId: whose.personId, sendingId: randomUUID() })
	);
	const about = { ...whose, city: 'Ville-Exemple', today };
	for (const [index, taken] of (['well', 'sideways'] as const).entries()) {
		const file = bodyOf(await specimenFile({ kinds: [category], taken }, about, index + 300));
		const page = { paperId, file, sendingId: () => Promise.resolve(randomUUID()) };
		await atMoment(at, async () =>
			addPage(await vault(), applicant, page, (work) => unitOfWork(applicant, work))
		);
	}
	await prepareSpecimen({ paperId, applicationId: applicant.applicationId }, at);
}
