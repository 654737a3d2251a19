import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startTemporaryPostgres } from '../../../scripts/postgres.ts';
import { sealSearch } from '../../../src/lib/server/applications/kept-search.ts';
import { hashedSessionId } from '../../../src/lib/server/accounts/session-adapter.ts';
import { migrate } from '../../../src/lib/server/db/migrate.ts';
import { startApplication } from '../bench/application.ts';
import { MONDAY } from '../bench/seed-calendar.ts';
import { seedRegion } from '../bench/seed-region.ts';
import { AGENT_ANTIBES, AMINA, HEAD, HELPER } from '../sign-in.ts';
import { openWire, type Cost } from './database-wire.ts';
import { everyPage, type Visit } from './every-page.ts';
import { seedIn } from './seed-in.ts';
import { findSubjects } from './subjects.ts';

/** The built application alone with a demonstration of its own: what goes over its wire is one visitor's. */
export interface PagesApart {
	/** As the owner of the schema. */
	owner: pg.Client;
	pages: Record<string, Visit>;
	/** Adds a region's requests to the demonstration. */
	addRegion(count: number): Promise<void>;
	/** Opens a page twice. @returns what the second time cost, once the process knows what it keeps in memory */
	costOf(visit: Visit): Promise<Cost & { status: number; encoding: string | null }>;
	close(): Promise<void>;
}

/** Takes half a minute: a database, its fictional people, the application. */
export async function openPagesApart(): Promise<PagesApart> {
	const postgres = await startTemporaryPostgres();
	const close: (() => Promise<unknown>)[] = [postgres.stop];
	const end = async () => {
		for (const each of close.reverse()) await each();
	};
	try {
		await migrate(postgres.ownerUrl);
		await seedIn(postgres, 'demonstration');
		const owner = new pg.Client(postgres.ownerUrl);
		await owner.connect();
		close.push(() => owner.end());
		const pages = everyPage(await findSubjects(owner, AMINA, MONDAY));
		const wire = await openWire(postgres.webUrl);
		const began = Temporal.Now.instant();
		const application = await startApplication(wire.url);
		/** What the application's clock says: Monday morning, and it goes on. */
		const now = () => Temporal.Instant.from(MONDAY).add(Temporal.Now.instant().since(began));
		close.push(wire.stop, application.stop);
		const costOf = async (visit: Visit) => {
			await open(application.origin, visit, owner, now());
			wire.look();
			const { status, headers } = await open(application.origin, visit, owner, now());
			return { ...wire.look(), status, encoding: headers.get('content-encoding') };
		};
		const addRegion = (count: number) =>
			withClient(postgres.adminUrl, (admin) => seedRegion(admin, count, MONDAY));
		return { owner, pages, addRegion, costOf, close: end };
	} catch (error) {
		await end();
		throw error;
	}
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		await work(client);
	} finally {
		await client.end();
	}
}

async function open(
	origin: string,
	visit: Visit,
	owner: pg.Client,
	at: Temporal.Instant
): Promise<Response> {
	const answer = await fetch(`${origin}${visit.path}`, {
		redirect: 'manual',
		// As a browser asks: Node leaves brotli out where there is no TLS.
		headers: { cookie: await cookiesOf(owner, visit, at), 'accept-encoding': 'gzip, deflate, br' }
	});
	await answer.arrayBuffer();
	return answer;
}

async function cookiesOf(
	owner: pg.Client,
	{ who, search }: Visit,
	at: Temporal.Instant
): Promise<string> {
	if (who === 'anybody') return '';
	const session = `__Host-session=${await signIn(owner, who, at)}`;
	if (search === undefined) return session;
	const { rows } = await owner.query<{ id: string }>(
		'select id from staff_account where email = $1',
		[AGENT_ANTIBES]
	);
	return `${session}; recherche=${sealSearch(search, rows[0]!.id)}`;
}

/** A session that has just begun: none of what it costs is its being prolonged (once a minute at most). */
async function signIn(
	owner: pg.Client,
	who: Exclude<Visit['who'], 'anybody'>,
	at: Temporal.Instant
): Promise<string> {
	const secret = randomBytes(32)
		.toString('hex')
		.slice(0, 52)
		.replace(/[0189]/g, 'a');
	await owner.query(
		`insert into session (id, applicant_account_id, staff_account_id, helper_account_id, created_at, expires_at, ends_at)
		select $1, (select id from applicant_account where application_id::text = $2),
			(select id from staff_account where email = $2), (select id from helper_account where contact = $2),
			at, at + interval '30 minutes', at + interval '8 hours' from (select $3::timestamptz) moment(at)`,
		[hashedSessionId(secret), typeof who === 'object' ? who.request : CONTACTS[who], at.toString()]
	);
	return secret;
}

const CONTACTS = { agent: AGENT_ANTIBES, head: HEAD, helper: HELPER };
