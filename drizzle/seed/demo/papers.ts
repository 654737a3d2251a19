import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Agent, Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import { atMoment } from '../../../src/lib/server/clock.ts';
import { person } from '../../../src/lib/server/db/schema/applications.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { acceptPaper } from '../../../src/lib/server/documents/accept-paper.ts';
import { askAgain } from '../../../src/lib/server/documents/ask-again.ts';
import { deliverPaper } from '../../../src/lib/server/documents/deliver-paper.ts';
import { vault } from '../../../src/lib/server/documents/vault.ts';
import type { Guest } from './agenda.ts';
import { specimenPdf, specimenPng, type DemoFile } from './files.ts';
import { inLanes } from './in-lanes.ts';
import { moment, SEED, within } from './moments.ts';
import type { Random } from './random.ts';
import type { DemoStaff } from './staff.ts';

type Checked = 'to-check' | 'accepted' | 'to-resend';

const PER_PERSON: readonly [category: string, file: () => DemoFile][] = [
	['national_id_card', () => specimenPng('carte-identite.png')],
	['tax_notice_n2', () => specimenPdf('avis-imposition.pdf', 'Avis d imposition, document fictif')],
	['payslips', () => specimenPdf('bulletins-de-paie.pdf', 'Bulletins de paie, document fictif')]
];
/** Of Antibes first, since its agent is the one that visitors of the demonstration sign in as. */
const [AT_ANTIBES, ELSEWHERE] = [14, 10];

/** Papers of some people: a part waits for a check, a part was accepted, a part is to be sent again. */
export async function seedPapers(
	random: Random,
	guests: readonly Guest[],
	staff: DemoStaff,
	today: Temporal.PlainDate
): Promise<void> {
	const live = guests.filter(({ request }) => request.filedOn.until(today).days > 20);
	const antibes = live.filter(({ request }) => request.insee === '06004').slice(0, AT_ANTIBES);
	const others = live.filter(({ request }) => request.insee !== '06004').slice(0, ELSEWHERE);
	const sendings = [...antibes, ...others].map(({ request, applicant }, index): Sending => {
		const agent = request.insee === '06004' ? staff.antibes : staff.head;
		const checked =
			(['to-check', 'accepted', 'to-check', 'to-resend'] as const)[index % 4] ?? 'to-check';
		const [category, file] = PER_PERSON[index % PER_PERSON.length]!;
		const sentOn = today.subtract({ days: random.between(checked === 'to-check' ? 1 : 4, 12) });
		return { applicant, agent, category, file: file(), sentOn, checked };
	});
	await inLanes(sendings, sendOne);
}

/** Amina's identity card is in order; her tax notice is what is missing. */
export async function seedAminasPaper(
	amina: Applicant,
	agent: Agent,
	today: Temporal.PlainDate
): Promise<void> {
	const file = specimenPng('carte-identite-amina.png');
	const sentOn = today.subtract({ days: 11 });
	await sendOne({
		applicant: amina,
		agent,
		category: 'national_id_card',
		file,
		sentOn,
		checked: 'accepted'
	});
}

type Sending = {
	applicant: Applicant;
	agent: Agent;
	category: string;
	file: DemoFile;
	sentOn: Temporal.PlainDate;
	checked: Checked;
};

async function sendOne({
	applicant,
	agent,
	category,
	file,
	sentOn,
	checked
}: Sending): Promise<void> {
	const personId = await personOf(applicant);
	const body = async function* () {
		yield file.bytes;
	};
	const opened = await vault();
	const { paperId } = await atMoment(moment(sentOn, '19:40'), () =>
		deliverPaper(
			opened,
			applicant,
			{ ...file, body: body() },
			() => ({ personId, category, sendingId: randomUUID() }),
			(work) => unitOfWork(applicant, work)
		)
	);
	const at = moment(sentOn.add({ days: 2 }), '09:20');
	if (checked === 'accepted') await within(agent, at, (tx) => acceptPaper(tx, agent, { paperId }));
	if (checked === 'to-resend') {
		const why = { reason: 'illegible', note: 'Le bas de la page est coupé.' };
		await within(agent, at, (tx) => askAgain(tx, agent, { paperId, ...why }));
	}
}

async function personOf({ applicationId }: Applicant): Promise<string> {
	const [found] = await unitOfWork(SEED, (tx) =>
		tx
			.select({ id: person.id })
			.from(person)
			.where(and(eq(person.applicationId, applicationId), eq(person.role, 'applicant')))
	);
	if (!found) throw new Error('a request without an applicant');
	return found.id;
}
