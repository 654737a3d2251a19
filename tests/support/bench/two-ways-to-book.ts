import { Agent, request } from 'node:http';
import pg from 'pg';
import { isoInParis } from '../../../src/lib/server/appointments/iso-time.ts';
import type { Outcome } from './crowd.ts';
import type { Place } from './places.ts';
import { MONDAY, MOTIVE } from './seed-calendar.ts';
import type { Applicant } from './seed-people.ts';

/** One person who wants one time. */
export type Wish = { who: Applicant; place: Place };

/** A way to book: `hand` says on which of its connections. */
export interface Way {
	attempt(wish: Wish, hand: number): Promise<Outcome>;
	close(): Promise<void>;
}

/** The booking form, sent to the application as a browser sends it, over connections that stay open. */
export function overHttp(origin: string, connections: number): Way {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	return {
		attempt: async ({ who, place }) => {
			const creneau = isoInParis(place.startsAt);
			const body = new URLSearchParams({ motif: MOTIVE, guichet: place.slug, creneau }).toString();
			const status = await post(agent, origin, body, who.secret);
			if (status === 303) return 'booked';
			if (status === 409) return 'taken';
			throw new Error(`The application answered ${status}.`);
		},
		close: async () => agent.destroy()
	};
}

function post(agent: Agent, origin: string, body: string, secret: string): Promise<number> {
	return new Promise((done, failed) => {
		const headers = {
			origin,
			accept: 'text/html',
			cookie: `__Host-session=${secret}`,
			'content-type': 'application/x-www-form-urlencoded',
			'content-length': Buffer.byteLength(body)
		};
		const asked = request(`${origin}/rendez-vous`, { method: 'POST', agent, headers }, (answer) => {
			answer.resume().once('end', () => done(answer.statusCode ?? 0));
		});
		asked.once('error', failed).end(body);
	});
}

/**
 * The least that books as safely: the same constraint, one transaction as the application's role with the row, its
 * history and the message; no session, no rule asked, no page. When one desk is taken the next is tried.
 */
export async function overBarePg(url: string, connections: number): Promise<Way> {
	const clients = Array.from({ length: connections }, () => new pg.Client(url));
	await Promise.all(clients.map((client) => client.connect()));
	return {
		attempt: (wish, hand) => bookOn(clients[hand]!, wish),
		close: async () => void (await Promise.all(clients.map((client) => client.end())))
	};
}

async function bookOn(client: pg.Client, wish: Wish): Promise<Outcome> {
	await client.query('begin');
	await client.query(AS_APPLICANT, [wish.who.accountId, wish.who.applicationId]);
	const id = await takeDesk(client, wish);
	if (id) {
		await client.query(HISTORY, [id, MONDAY, `applicant:${wish.who.accountId}`]);
		await client.query(MESSAGE, [
			id,
			MONDAY,
			wish.who.applicationId,
			'Rendez-vous pris. '.repeat(40)
		]);
	}
	await client.query(id ? 'commit' : 'rollback');
	return id ? 'booked' : 'taken';
}

async function takeDesk(client: pg.Client, { who, place }: Wish): Promise<string | undefined> {
	const [from, until] = [place.startsAt.toString(), place.startsAt.add({ minutes: 30 }).toString()];
	const first = Math.floor(Math.random() * place.deskIds.length);
	for (const deskId of [...place.deskIds.slice(first), ...place.deskIds.slice(0, first)]) {
		const { rows } = await client.query<{ id: string }>(INSERT, [
			...[place.counterId, deskId, MOTIVE, who.applicationId, from, until],
			...[MONDAY, `applicant:${who.accountId}`]
		]);
		if (rows[0]) return rows[0].id;
	}
	return undefined;
}

const AS_APPLICANT = `select set_config('role', 'guichet_app', true), set_config('app.actor_kind', 'applicant', true),
	set_config('app.actor_id', $1, true), set_config('app.application_id', $2, true)`;
const INSERT = `insert into appointment (counter_id, desk_id, motive_code, application_id, starts_at, ends_at, occupied_from,
	occupied_until, state, confirmed_at, created_at, updated_at, created_by)
	values ($1, $2, $3, $4, $5, $6, $5, $6, 'booked', $7, $7, $7, $8) on conflict do nothing returning id`;
const HISTORY = `insert into appointment_event (appointment_id, to_state, at, actor) values ($1, 'booked', $2, $3)`;
const MESSAGE = `insert into message (kind, channel, recipient, locale, subject, body, application_id, appointment_id, due_at, created_at)
	values ('appointment-booked', 'email', 'personne@exemple.test', 'fr', 'Rendez-vous pris', $4, $3, $1, $2, $2)`;
