import { hash } from 'node:crypto';
import type { Client } from 'pg';
import { SECTIONS } from '../../../src/lib/domain/changes/kinds.ts';
import { signReset } from '../../../src/lib/server/helpers/reset-token.ts';
import { linkToken } from '../../../src/lib/server/appointments/links.ts';
import { offerToken } from '../../../src/lib/server/waiting/links.ts';

/** Something that belongs to a request, whose applicant opens it. */
type Owned = { id: string; request: string };

/** Whom and what the pages of everyPage are about, on the demonstration's database. */
export interface Subjects {
	/** Of Amina, whose request has something of everything. */
	request: string;
	event: string;
	/** Secret of her appointment's private link. */
	link: string;
	appointment: Owned;
	visitorAppointment: string;
	waitingOffer: string;
	proposal: Owned;
	offer: Owned;
	score: Owned;
	draft: Owned;
	/** A paper to check. */
	paper: string;
	/** A request within its last months, whose holder has only to confirm. */
	renewal: string;
	/** Two mandates of the helper, which together allow every page. */
	mandates: { papers: string; facts: string };
	/** A request whose applicant holds a time. */
	hold: string;
	invitation: string;
	reset: string;
	grid: { id: string; criterion: string };
	figures: string;
	template: string;
	letter: string;
}

const PAUL = '006122500004506B02';
const ANSWERS = Object.fromEntries(SECTIONS.map((section) => [section, 'same']));
const INVITATION = 'an-invitation-that-nobody-answered';

type Found = Omit<Subjects, 'link' | 'waitingOffer' | 'invitation' | 'reset' | 'letter'> & {
	held: string;
	helper: { id: string; password: string };
};

/** Finds them, and adds what the demonstration has none of: an invitation, a draft paper, a draft
 * grid, a held time, answers to a renewal. */
export async function findSubjects(owner: Client, amina: string, at: string): Promise<Subjects> {
	await owner.query(ADDED_INVITATION, [amina, at, hash('sha256', INVITATION)]);
	await owner.query(ADDED_DRAFT, [amina, at]);
	await owner.query(ADDED_GRID, [at]);
	await owner.query(ADDED_HOLD, [PAUL, at]);
	await owner.query(ADDED_ANSWERS, [PAUL, at, ANSWERS]);
	const { rows } = await owner.query<{ found: Found }>(FOUND, [amina, at]);
	const { held, helper, ...found } = rows[0]!.found;
	const missing = Object.entries(found).filter(([, value]) => value === null);
	if (missing.length > 0)
		throw new Error(`The demonstration has no ${missing.map(([name]) => name).join(', ')}.`);
	return {
		...found,
		link: linkToken(found.appointment.id),
		waitingOffer: offerToken(held),
		invitation: INVITATION,
		reset: signReset(helper.id, helper.password),
		letter: 'renonciation'
	};
}

const ADDED_INVITATION = `
insert into helper_mandate (application_id, kind, name, channel, contact, rights, link_hash, created_at, invited_until, ends_at)
select id, 'relative', 'Personne Fictive', 'email', 'invitee@exemple.test', '{status}', $3, $2::timestamptz,
	$2::timestamptz + interval '7 days', $2::timestamptz + interval '180 days'
from application where unique_number = $1`;

const ADDED_DRAFT = `
insert into paper (application_id, category_code, state, sending_id, sent_by, created_at, expires_at)
select application.id, 'payslips', 'receiving', gen_random_uuid(), 'applicant:' || account.id, $2::timestamptz,
	$2::timestamptz + interval '7 days'
from application join applicant_account account on account.application_id = application.id where unique_number = $1`;

const ADDED_GRID = `
with grid as (insert into score_grid (title, source, created_at, created_by)
	values ('{"fr": "Brouillon"}', 'fictive', $1::timestamptz, 'system:test') returning id)
insert into score_criterion (grid_id, code, position, fact, codes, proofs, label, explanation, source)
select grid.id, code, position, fact, codes, proofs, label, explanation, source
from grid, score_criterion where grid_id = (select id from score_grid where state = 'published' order by starts_on limit 1)`;

/** In the middle of a night, where nobody else is. */
const ADDED_HOLD = `
insert into appointment (counter_id, desk_id, motive_code, application_id, starts_at, ends_at, occupied_from,
	occupied_until, state, held_until, created_at, updated_at, created_by)
select desk.counter_id, desk.id, 'suivi', application.id, night, night + interval '30 minutes', night,
	night + interval '30 minutes', 'held', $2::timestamptz + interval '1 day', $2::timestamptz, $2::timestamptz, 'system:test'
from application, desk, (select date_trunc('day', $2::timestamptz) + interval '20 days') at(night)
where unique_number = $1 and desk.id = (select min(id::text)::uuid from desk)`;

const ADDED_ANSWERS = `
insert into renewal_confirmation (application_id, valid_until, state, answers, created_at)
select id, valid_until, 'draft', $3, $2::timestamptz from application where unique_number = $1`;

const owned = (table: string, where: string) =>
	`(select json_build_object('id', id, 'request', application_id) from ${table} where ${where} order by id desc limit 1)`;

const FOUND = `
with amina as (select id from application where unique_number = $1)
select json_build_object(
	'request', (select id from amina),
	'event', (select id from application_event where application_id = (select id from amina) order by id limit 1),
	'appointment', ${owned('appointment', `state = 'booked' and application_id is not null and link_hash is not null and starts_at > $2::timestamptz`)},
	'visitorAppointment', (select appointment_id from visitor_contact join appointment on appointment.id = appointment_id
		where state = 'booked' limit 1),
	'held', (select held_appointment_id from waiting_offer limit 1),
	'proposal', ${owned('proposal', `state = 'proposed'`)},
	'offer', (select json_build_object('id', event.id, 'request', event.application_id) from application_event event
		join application on application.id = application_id
		where kind = 'offer_sent' and application.state = 'offer_sent' and occurred_on > $2::date - 7 order by event.id limit 1),
	'score', ${owned('score', 'true')},
	'draft', ${owned('paper', `state = 'receiving'`)},
	'paper', (select id from paper where state = 'received' order by id limit 1),
	'renewal', (select id from application where unique_number = '006122500004506B02'),
	'hold', (select application_id from appointment where state = 'held' and application_id is not null limit 1),
	'mandates', json_build_object(
		'papers', (select id from helper_mandate where account_id is not null and 'papers' = any(rights) limit 1),
		'facts', (select id from helper_mandate where account_id is not null and 'facts' = any(rights) limit 1)),
	'helper', (select json_build_object('id', id, 'password', password_hash) from helper_account limit 1),
	'grid', (select json_build_object('id', grid_id, 'criterion', code) from score_criterion
		join score_grid on score_grid.id = grid_id where state = 'draft' order by position limit 1),
	'figures', (select id from figure_release limit 1),
	'template', (select id from reply_template order by position limit 1)
) found`;
