import { eq } from 'drizzle-orm';
import { VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import type { VisitorContact } from '../../src/lib/domain/appointments/visitor-contact.ts';
import { confirmVisit } from '../../src/lib/server/appointments/visitor-confirm.ts';
import { holdVisit } from '../../src/lib/server/appointments/visitor-hold.ts';
import { leaveContact } from '../../src/lib/server/appointments/visitor-leave-contact.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { message } from '../../src/lib/server/db/schema/notifications.ts';
import { as, MONDAY, openOn, paris, TESTING } from './booking.ts';

/** Each test has a day, a network, browsers and telephones of its own. */
let turn = 0;
let day: string;

/** The day of the next test, with one desk open in the morning; the clock says Monday again. */
export async function nextDay(): Promise<void> {
	setClock(MONDAY);
	turn += 1;
	day = Temporal.PlainDate.from('2026-12-01').add({ days: turn }).toString();
	await openOn('opio', day, {
		from: '09:00',
		until: '12:00',
		motives: ['enregistrement', 'suivi']
	});
}

export const start = (time = '09:00') => paris(`${day}T${time}`);
export const browser = (name = 'a') => `${name}-${turn}`.padEnd(64, '0');
export const network = (last = 1) => `192.0.${turn}.${last}`;
export const phone = (last = 1) =>
	`+336${String(turn).padStart(4, '0')}${String(last).padStart(4, '0')}`;

export const lina = (more: Partial<VisitorContact> = {}): VisitorContact => ({
	lastName: 'Exemple',
	firstName: 'Lina',
	birthDate: Temporal.PlainDate.from('1990-05-14'),
	phone: phone(),
	email: null,
	helper: null,
	...more
});
export const hold = (holder = browser(), time = '09:00', source = network()) =>
	as(VISITOR, (tx, who) =>
		holdVisit(tx, who, {
			motive: 'enregistrement',
			counter: 'opio',
			startsAt: start(time),
			holder,
			source
		})
	);
export const leave = (contact = lina(), holder = browser(), source = network(), locale = 'fr') =>
	as(VISITOR, (tx, who) => leaveContact(tx, who, { holder, contact, locale, source }));
export const confirm = (code: string | null, holder = browser()) =>
	as(VISITOR, (tx, who) => confirmVisit(tx, who, { holder, code }));
/** Everything written to a telephone or an address, in order. */
export const sent = (to: string) =>
	as(TESTING, (tx) =>
		tx
			.select()
			.from(message)
			.where(eq(message.recipient, to))
			.orderBy(message.createdAt, message.id)
	);
export const codes = async (to: string) =>
	(await sent(to))
		.filter(({ kind }) => kind === 'visitor-code')
		.map(({ body }) => /\d{6}/.exec(body)![0]);
export const lastCode = async (to = phone()) => (await codes(to)).at(-1)!;
export const otherThan = (code: string) => String((Number(code) + 1) % 1e6).padStart(6, '0');
export const later = (minutes: number) => setClock(Temporal.Instant.from(MONDAY).add({ minutes }));

/** The whole way. */
export async function book(contact = lina(), holder = browser(), time = '09:00') {
	await hold(holder, time);
	await leave(contact, holder);
	return confirm(await lastCode(contact.email ?? contact.phone!), holder);
}
