import type { Client } from 'pg';
import { hashedSessionId } from '../../../src/lib/server/accounts/session-adapter.ts';
import { MONDAY } from './seed-calendar.ts';

/** Somebody who wants an appointment. */
export type Applicant = {
	applicationId: string;
	accountId: string;
	/** Of their session's cookie. */ secret: string;
};

/** Fictional applicants, each with an account, an e-mail address and an open session. */
export async function seedApplicants(client: Client, count: number): Promise<Applicant[]> {
	await client.query(
		`insert into application (unique_number, filed_on, valid_until, state, created_at, updated_at, origin, stated_on)
		select '0060126' || lpad(n::text, 8, '0') || 'T07', '2026-01-12', '2027-01-12', 'registered', $2, $2, 'declared', '2026-01-12'
		from generate_series(1, $1::int) n`,
		[count, MONDAY]
	);
	await client.query(
		`insert into person (application_id, role, position, first_name, last_name, email, origin, stated_on)
		select id, 'applicant', 0, 'Nour', 'Exemple', 'personne@exemple.test', 'declared', '2026-01-12' from application`
	);
	const { rows } = await client.query<Omit<Applicant, 'secret'>>(
		`insert into applicant_account (application_id, locale, created_at) select id, 'fr', $1 from application
		returning id "accountId", application_id "applicationId"`,
		[MONDAY]
	);
	const people = rows.map((row, index) => ({ ...row, secret: secretNumber(index) }));
	await client.query(
		`insert into session (id, applicant_account_id, created_at, expires_at, ends_at)
		select hash, account, $3::timestamptz, $3::timestamptz + interval '30 minutes', $3::timestamptz + interval '8 hours'
		from unnest($1::text[], $2::uuid[]) given(hash, account)`,
		[
			people.map(({ secret }) => hashedSessionId(secret)),
			people.map(({ accountId }) => accountId),
			MONDAY
		]
	);
	await client.query('vacuum analyze');
	return people;
}

/** Of the form of a session's secret: 52 characters of base32. */
function secretNumber(index: number): string {
	const letters = 'abcdefghij';
	return [...String(index)]
		.map((digit) => letters[Number(digit)])
		.join('')
		.padStart(52, 'z');
}
