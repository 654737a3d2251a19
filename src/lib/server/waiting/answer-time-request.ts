import { eq } from 'drizzle-orm';
import { actorLabel, type Actor } from '../../domain/accounts/actor.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { ANSWER_LENGTH } from '../../domain/waiting/time-requests.ts';
import * as m from '../../paraglide/messages.js';
import type { Locale } from '../appointments/announce.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { timeRequest } from '../db/schema/booking.ts';
import { counter } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { publicAddress } from '../notifications/public-address.ts';
import { queueMessage } from '../notifications/queue-message.ts';
import { takeTimeRequest } from './access.ts';

export type AnswerInput = { id: string; answer: string };

/**
 * Answers a time request, once: the person is told by e-mail or SMS and reads the answer in their space. A visitor has
 * no space: the message is the answer.
 * @throws NotFound unless an agent of that counter, or the head of service, acts; RuleBroken `answer-missing`,
 * `answer-too-long`, `already-answered`
 */
export async function answerTimeRequest(tx: Tx, actor: Actor, input: AnswerInput): Promise<void> {
	if (actor.kind !== 'agent') throw new NotFound('time-request');
	const request = await takeTimeRequest(tx, actor, input.id);
	const answer = input.answer.trim();
	if (request.state !== 'waiting') throw new RuleBroken('already-answered');
	if (!answer) throw new RuleBroken('answer-missing');
	if (answer.length > ANSWER_LENGTH) {
		throw new RuleBroken('answer-too-long', { most: ANSWER_LENGTH });
	}
	await tx
		.update(timeRequest)
		.set({ state: 'answered', answer, answeredAt: now(), answeredBy: actorLabel(actor) })
		.where(eq(timeRequest.id, request.id));
	await tell(tx, actor, request, answer);
	await recordAudit(tx, actor, {
		action: 'answer-time-request',
		applicationId: request.applicationId,
		subjectKind: 'time-request',
		subjectId: request.id
	});
}

/** The SMS to somebody with a space carries no text of the agent: it may be read over a shoulder. */
async function tell(
	tx: Tx,
	actor: Actor,
	request: typeof timeRequest.$inferSelect,
	answer: string
): Promise<void> {
	const [place] = await tx
		.select({ name: counter.name })
		.from(counter)
		.where(eq(counter.id, request.counterId));
	const locale = request.locale as Locale;
	const { applicationId, contact } = request;
	const link = publicAddress(applicationId ? '/espace/rendez-vous' : '/rendez-vous', locale);
	const said = { counter: place?.name ?? '', answer, link };
	const texts = applicationId ? APPLICANT_TEXTS : VISITOR_TEXTS;
	await queueMessage(tx, actor, {
		kind: 'time-request-answered',
		applicationId,
		to: { email: contact?.email ?? null, phone: contact?.phone ?? null, locale },
		write: (channel) => {
			if (channel === 'sms')
				return { subject: '', body: texts.sms(said, { locale }), attachment: null };
			const body = [texts.mail(said, { locale }), m.booking_mail_foot({}, { locale })];
			const subject = m.waiting_mail_answer_subject(said, { locale });
			return { subject, body: body.join('\n\n'), attachment: null };
		}
	});
}

const APPLICANT_TEXTS = { sms: m.waiting_sms_answer, mail: m.waiting_mail_answer_body };
const VISITOR_TEXTS = { sms: m.waiting_visitor_sms_answer, mail: m.waiting_visitor_mail_answer };
