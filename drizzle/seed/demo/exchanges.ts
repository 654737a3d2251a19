import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Actor, Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import { now } from '../../../src/lib/server/clock.ts';
import { changeConversation } from '../../../src/lib/server/conversations/change-conversation.ts';
import { readThread } from '../../../src/lib/server/conversations/read-thread.ts';
import { sendMessage } from '../../../src/lib/server/conversations/send-message.ts';
import { writeNote } from '../../../src/lib/server/conversations/write-note.ts';
import { applicantAccount } from '../../../src/lib/server/db/schema/accounts.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import type { Guest } from './agenda.ts';
import { moment, SEED, within } from './moments.ts';
import { applicantOf, type DemoRequest } from './play-life.ts';
import type { DemoStaff } from './staff.ts';

/** One line of an exchange: who, how many days ago and at what time, and what. */
type Line = {
	by: 'person' | 'antibes' | 'head';
	ago: number;
	at: string;
	text: string;
	asks?: string;
};

type Exchange = {
	/** What it shows, for whoever reads this table. */
	name: string;
	locale?: 'ar' | 'en';
	lines: readonly Line[];
	isClosed?: boolean;
	/** Read by the person after the last line. */
	isRead?: boolean;
	note?: string;
};

const HELLO = 'Bonjour,';

/** Exchanges in each state; texts fictional like the people. Amina's comes first. */
const EXCHANGES: readonly Exchange[] = [
	{
		name: 'answered, not read yet, a paper asked for',
		// prettier-ignore
		lines: [
			{ by: 'person', ago: 9, at: '20:10', text: `${HELLO}\n\nJ’ai envoyé ma carte d’identité. Est-ce qu’il manque autre chose ?` },
			{ by: 'antibes', ago: 8, at: '09:40', text: 'Bonjour Amina,\n\nVotre carte d’identité est acceptée, merci. Il manque votre avis d’imposition.\n\nCamille Tamaris, guichet logement' },
			{ by: 'person', ago: 2, at: '18:25', text: 'Merci. Toutes les pages de l’avis, ou seulement la première ?' },
			{ by: 'antibes', ago: 1, at: '10:05', text: 'Toutes les pages, s’il vous plaît. Vous pouvez les photographier l’une après l’autre.\n\nCamille Tamaris, guichet logement', asks: 'tax_notice_n2' }
		]
	},
	{
		name: 'waiting for long: the announced delay is over',
		lines: [
			{
				by: 'person',
				ago: 13,
				at: '08:15',
				text: `${HELLO}\n\nJ’ai changé de travail et mon salaire a baissé. Faut-il refaire ma demande ?`
			},
			{ by: 'person', ago: 4, at: '12:50', text: 'Je me permets de vous relancer. Merci d’avance.' }
		],
		note: 'Rappel demandé le matin, avant 10 h.'
	},
	{
		name: 'waiting, in Arabic',
		locale: 'ar',
		lines: [
			{
				by: 'person',
				ago: 1,
				at: '21:30',
				text: 'مرحبا،\n\nوُلد ابني يوم الأحد. ما هي الوثيقة التي يجب أن أرسلها لإضافته إلى الطلب؟ شكرا.'
			}
		]
	},
	{
		name: 'waiting since this morning',
		lines: [
			{
				by: 'person',
				ago: 0,
				at: '07:50',
				text: 'Bonjour, je serai en retard de dix minutes à mon rendez-vous.'
			}
		]
	},
	{
		name: 'answered and read',
		lines: [
			{ by: 'person', ago: 20, at: '11:00', text: 'Puis-je ajouter Biot à mes communes ?' },
			{
				by: 'antibes',
				ago: 18,
				at: '15:20',
				text: 'Oui. Nous le notons ensemble à votre rendez-vous de la semaine prochaine.\n\nCamille Tamaris, guichet logement'
			}
		],
		isRead: true
	},
	{
		name: 'closed after a thank-you',
		lines: [
			{ by: 'person', ago: 30, at: '09:00', text: 'Mon attestation est-elle arrivée ?' },
			{
				by: 'antibes',
				ago: 29,
				at: '10:00',
				text: 'Bonjour, oui : vous la trouvez dans votre espace.\n\nCamille Tamaris, guichet logement'
			},
			{ by: 'person', ago: 29, at: '10:30', text: 'Je l’ai trouvée. Merci beaucoup !' }
		],
		isClosed: true
	},
	{
		name: 'written by the counter first',
		locale: 'en',
		lines: [
			{
				by: 'head',
				ago: 3,
				at: '16:40',
				text: 'Hello,\n\nYour payslip is hard to read: the bottom is cut off. Could you take the photo again?\n\nAlix Figuier, housing counter',
				asks: 'payslips'
			}
		]
	}
];

/** Of a request that was struck off, whose person contests it. */
const CONTESTED: Exchange = {
	name: 'struck off, contested',
	lines: [
		{
			by: 'person',
			ago: 2,
			at: '17:00',
			text: `${HELLO}\n\nMa demande est radiée mais je n’ai reçu aucune lettre. J’ai déménagé en mars. Comment contester ?`
		}
	]
};

type Cast = {
	amina: Applicant;
	guests: readonly Guest[];
	requests: readonly DemoRequest[];
	staff: DemoStaff;
	today: Temporal.PlainDate;
};

/** Messages between people and the counters, each written on its day. */
export async function seedExchanges({
	amina,
	guests,
	requests,
	staff,
	today
}: Cast): Promise<void> {
	const known = today.subtract({ days: 40 });
	const near = guests.filter(
		({ request }) =>
			request.insee === '06004' && Temporal.PlainDate.compare(request.filedOn, known) < 0
	);
	const people = [amina, ...near.slice(0, EXCHANGES.length - 1).map(({ applicant }) => applicant)];
	for (const [index, exchange] of EXCHANGES.entries()) {
		const person = people[index];
		if (person) await play(exchange, person, staff, today);
	}
	const gone = requests.find(({ live, insee }) => !live && insee === '06004');
	if (gone) await play(CONTESTED, await personOf(gone), staff, today);
}

async function play(
	exchange: Exchange,
	person: Applicant,
	staff: DemoStaff,
	today: Temporal.PlainDate
): Promise<void> {
	const { applicationId } = person;
	if (exchange.locale) await speak(person, exchange.locale);
	for (const { by, ago, at, text, asks } of exchange.lines) {
		const actor: Actor = by === 'person' ? person : staff[by];
		await within(actor, past(moment(today.subtract({ days: ago }), at)), (tx) =>
			sendMessage(tx, actor, {
				applicationId,
				body: text,
				sendingId: randomUUID(),
				askedCategory: asks ?? null
			})
		);
	}
	const last = exchange.lines.at(-1)!;
	const after = past(moment(today.subtract({ days: last.ago }), last.at).add({ hours: 1 }));
	const { note, isClosed, isRead } = exchange;
	const agent = staff.antibes;
	if (note) {
		await within(agent, after, (tx) =>
			writeNote(tx, agent, { applicationId, body: note, sendingId: randomUUID() })
		);
	}
	if (isClosed) {
		await within(agent, after, (tx) =>
			changeConversation(tx, agent, { applicationId, action: 'close' })
		);
	}
	if (isRead)
		await within(person, after, (tx) => readThread(tx, person, { applicationId, page: 0 }));
}

/** The demonstration may be seen early in the morning: nobody writes from the future. */
function past(at: Temporal.Instant): Temporal.Instant {
	return Temporal.Instant.compare(at, now()) > 0 ? now() : at;
}

async function speak({ accountId }: Applicant, locale: string): Promise<void> {
	await unitOfWork(SEED, (tx) =>
		tx.update(applicantAccount).set({ locale }).where(eq(applicantAccount.id, accountId))
	);
}

/** Whoever signed in before the request was struck off: the account outlives it. */
async function personOf({ applicationId }: DemoRequest): Promise<Applicant> {
	const [account] = await unitOfWork(SEED, (tx) =>
		tx
			.select({ id: applicantAccount.id })
			.from(applicantAccount)
			.where(eq(applicantAccount.applicationId, applicationId))
	);
	if (!account) throw new Error('a request without an account');
	return applicantOf(applicationId, account.id);
}
