import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import type { Told } from '../../domain/documents/resend-reasons.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { cleanBody } from '../../domain/conversations/body.ts';
import { applicantAccount } from '../db/schema/accounts.ts';
import { person } from '../db/schema/applications.ts';
import { resendReason } from '../db/schema/resend-reasons.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { MessageText } from '../notifications/queue-message.ts';
import { lockPaper, requireAgent } from './access.ts';
import { paperNewsText } from './announce-paper-news.ts';
import type { ReasonView } from './reason-catalogue.ts';
import { NOTE_MAX } from './resend-reason.ts';

export type ResendInput = { paperId: string; reason: string; note: string };

/**
 * The very message that asking for this paper again would send: what the person will read in their space, in their
 * language, and what leaves by e-mail and SMS. Nothing is written.
 * @throws NotFound; RuleBroken `resend-reason`, `resend-note-length`
 */
export async function previewResend(tx: Tx, actor: Actor, input: ResendInput) {
	requireAgent(actor, 'ask-again');
	const found = await lockPaper(tx, actor, input.paperId);
	const { told, note } = await resendToSend(tx, input);
	const { locale, channels } = await recipientOf(tx, found.applicationId);
	return {
		told,
		note,
		locale,
		letters: channels.map((channel) => ({ channel, ...paperNewsText(channel, locale) })),
		stamp: stampOf(told, note)
	};
}

export type ResendPreview = Awaited<ReturnType<typeof previewResend>>;
export type Letter = { channel: 'email' | 'sms' } & MessageText;

/** What is to be told, from a reason that is in use. @throws RuleBroken `resend-reason`, `resend-note-length` */
export async function resendToSend(
	tx: Tx,
	{ reason: code, note: typed }: Pick<ResendInput, 'reason' | 'note'>
): Promise<{ reason: ReasonView; told: Told; note: string }> {
	const note = cleanBody(typed).replaceAll(/\s+/g, ' ');
	const [reason] = await tx
		.select()
		.from(resendReason)
		.where(and(eq(resendReason.code, code), eq(resendReason.active, true)));
	if (!reason) throw new RuleBroken('resend-reason');
	if (note.length > NOTE_MAX) throw new RuleBroken('resend-note-length', { most: NOTE_MAX });
	const { said, advice, drawing, again } = reason;
	return { reason, told: { said, advice, drawing, again }, note };
}

/** Names a message by its words: what was previewed is what leaves, or the agent reads it again. */
export function stampOf(told: Told, note: string): string {
	return createHash('sha256')
		.update(JSON.stringify([told, note]))
		.digest('hex')
		.slice(0, 16);
}

/** The language a person reads, and the ways we can tell them; none for somebody who gave no address. */
async function recipientOf(tx: Tx, applicationId: string) {
	const [found] = await tx
		.select({ email: person.email, phone: person.phone, locale: applicantAccount.locale })
		.from(person)
		.leftJoin(applicantAccount, eq(applicantAccount.applicationId, person.applicationId))
		.where(and(eq(person.applicationId, applicationId), eq(person.role, 'applicant')))
		.limit(1);
	const channels: Letter['channel'][] = [];
	if (found?.email) channels.push('email');
	if (found?.phone) channels.push('sms');
	return { locale: found?.locale ?? 'fr', channels };
}
