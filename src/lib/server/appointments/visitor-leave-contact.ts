import { eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { codeState } from '../../domain/appointments/visitor-code.ts';
import { destinationOf, type VisitorContact } from '../../domain/appointments/visitor-contact.ts';
import { now } from '../clock.ts';
import { appointment } from '../db/schema/appointments.ts';
import { visitorContact } from '../db/schema/booking.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { choiceOf, lockHolder, type ContactRow, type VisitorChoice } from './visitor-choice.ts';
import { sendCode } from './visitor-code.ts';
import { keepOrRetake } from './visitor-take.ts';

export type LeaveContactInput = {
	/** Hash of the browser's secret. */
	holder: string;
	contact: VisitorContact;
	/** Language in which messages are written. */
	locale: string;
	/** Address of the client. */
	source: string;
};

/** What came of it. `gone`: what was typed is kept, the time is somebody else's.
 * `phone-missing`: they chose to be called and gave no number. `nothing`: no time was chosen. */
export type ContactLeft =
	| { kind: 'code-sent' | 'verified' | 'too-many-codes' | 'phone-missing' | 'nothing' }
	| { kind: 'gone'; rule: string; choice: VisitorChoice };

/**
 * Writes down who comes, and sends a code to the telephone or address given. Sending the form twice sends one code.
 * A refusal is an answer, not an error: what was typed is kept all the same.
 */
export async function leaveContact(
	tx: Tx,
	actor: Actor,
	input: LeaveContactInput
): Promise<ContactLeft> {
	const { holder, locale, source } = input;
	await lockHolder(tx, holder);
	const choice = await choiceOf(tx, holder);
	if (!choice || choice.state === 'booked') return { kind: 'nothing' };
	// An agent who is to call needs a number.
	if (choice.row.channel === 'telephone' && !input.contact.phone) return { kind: 'phone-missing' };
	const before = choice.contact;
	await write(tx, choice.row.id, input);
	if (choice.state === 'released') return { kind: 'nothing' };
	const place = await keepOrRetake(tx, actor, choice);
	if ('rule' in place) return { kind: 'gone', rule: place.rule, choice };
	const sameAddress = before && destinationOf(before) === destinationOf(input.contact);
	if (sameAddress && before.verifiedAt) return { kind: 'verified' };
	if (sameAddress && before.locale === locale && codeState(before, now()) === 'live')
		return { kind: 'code-sent' };
	const contact = await contactOf(tx, place.id);
	return { kind: (await sendCode(tx, actor, contact, source)) ? 'code-sent' : 'too-many-codes' };
}

async function write(tx: Tx, appointmentId: string, input: LeaveContactInput): Promise<void> {
	const { helper, ...who } = input.contact;
	const [before] = await tx
		.select()
		.from(visitorContact)
		.where(eq(visitorContact.appointmentId, appointmentId));
	const moved = !before || destinationOf(before) !== destinationOf(who);
	const fresh = moved ? { codeHash: null, codeTries: 0, codeSentAt: null, verifiedAt: null } : {};
	const values = { ...who, locale: input.locale, ...fresh };
	await tx
		.insert(visitorContact)
		.values({ ...values, appointmentId })
		.onConflictDoUpdate({ target: visitorContact.appointmentId, set: values });
	await tx
		.update(appointment)
		.set({ helperKind: helper?.kind ?? null, helperName: helper?.name ?? null })
		.where(eq(appointment.id, appointmentId));
}

async function contactOf(tx: Tx, appointmentId: string): Promise<ContactRow> {
	const [found] = await tx
		.select()
		.from(visitorContact)
		.where(eq(visitorContact.appointmentId, appointmentId));
	return found!;
}
