import { randomInt, timingSafeEqual } from 'node:crypto';
import { and, count, eq, gt } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { RuleBroken } from '../../domain/errors.ts';
import {
	hasJustLeft,
	isCodeLive,
	SIGN_IN_CODE_DIGITS,
	SIGN_IN_CODE_MINUTES,
	SIGN_IN_CODES_AN_HOUR
} from '../../domain/helpers/sign-in-code.ts';
import * as m from '../../paraglide/messages.js';
import { now } from '../clock.ts';
import { helperAccount } from '../db/schema/accounts.ts';
import { message } from '../db/schema/notifications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { queueMessage } from '../notifications/queue-message.ts';
import { keyedHash } from './derived-key.ts';

export type HelperAccount = typeof helperAccount.$inferSelect;
type Locale = NonNullable<NonNullable<Parameters<typeof m.helpers_code_sms>[1]>['locale']>;

const KIND = 'helper-code';

/**
 * Sends six digits to the address of an account, of which only a keyed hash is kept. The code before is worth nothing
 * any more; one that has just left stands.
 * @param account its row, locked by the caller
 * @throws RuleBroken `too-many-codes`: an address is not written to over and over
 */
export async function sendHelperCode(tx: Tx, actor: Actor, account: HelperAccount): Promise<void> {
	if (hasJustLeft(account, now())) return;
	if ((await sentLately(tx, account.contact)) >= SIGN_IN_CODES_AN_HOUR)
		throw new RuleBroken('too-many-codes');
	const code = Array.from({ length: SIGN_IN_CODE_DIGITS }, () => randomInt(10)).join('');
	await tx
		.update(helperAccount)
		.set({ codeHash: hashOf(account.id, code), codeTries: 0, codeSentAt: now() })
		.where(eq(helperAccount.id, account.id));
	const { channel, contact, locale } = account;
	await queueMessage(tx, actor, {
		kind: KIND,
		applicationId: null,
		to: {
			email: channel === 'email' ? contact : null,
			phone: channel === 'sms' ? contact : null,
			locale
		},
		write: (by, language) => textOf(code, by, language as Locale)
	});
}

function textOf(code: string, channel: 'email' | 'sms', locale: Locale) {
	const said = { code, minutes: SIGN_IN_CODE_MINUTES };
	if (channel === 'sms')
		return { subject: '', body: m.helpers_code_sms(said, { locale }), attachment: null };
	const foot = m.booking_mail_foot({}, { locale });
	return {
		subject: m.helpers_code_mail_subject({}, { locale }),
		body: [m.helpers_code_mail_body(said, { locale }), foot].join('\n\n'),
		attachment: null
	};
}

async function sentLately(tx: Tx, contact: string): Promise<number> {
	const lately = gt(message.createdAt, now().subtract({ hours: 1 }));
	const [sent] = await tx
		.select({ times: count() })
		.from(message)
		.where(and(eq(message.kind, KIND), eq(message.recipient, contact), lately));
	return sent?.times ?? 0;
}

export type CodeAnswer = 'right' | 'wrong' | 'dead';

/**
 * Tries a code, once: the right one is used up, a wrong one is counted. The caller commits, whatever the answer.
 * @param account its row, locked by the caller: guesses made at the same moment come one after the other
 * @returns `dead` for a code that was tried too often, is too old or was used, even when the digits are right
 */
export async function tryHelperCode(
	tx: Tx,
	account: HelperAccount,
	code: string
): Promise<CodeAnswer> {
	if (!isCodeLive(account, now())) return 'dead';
	const given = Buffer.from(hashOf(account.id, code));
	const right = timingSafeEqual(given, Buffer.from(account.codeHash ?? ''));
	await tx
		.update(helperAccount)
		.set(right ? { codeHash: null } : { codeTries: account.codeTries + 1 })
		.where(eq(helperAccount.id, account.id));
	return right ? 'right' : 'wrong';
}

/** Bound to the account: a code is worth nothing at another. */
function hashOf(accountId: string, code: string): string {
	return keyedHash('helper-code', `code:${accountId}:${code}`).toString('base64url');
}
