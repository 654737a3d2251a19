import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { seedReference } from '../../drizzle/seed/reference.ts';
import type { Bench, Row } from '../../scripts/bench.ts';
import { root } from '../../scripts/root.ts';
import { system, type Applicant as Actor } from '../../src/lib/domain/accounts/actor.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { startDraft } from '../../src/lib/server/documents/start-draft.ts';
import { papersOfRequest } from '../../src/lib/server/documents/queries.ts';
import { setSetting } from '../../src/lib/server/settings/set-setting.ts';
import { startApplication } from '../support/bench/application.ts';
import { MONDAY } from '../support/bench/seed-calendar.ts';
import { seedApplicants, type Applicant } from '../support/bench/seed-people.ts';
import { residentMegabytes, sendWhole, watchMemory } from '../support/bench/sendings.ts';

const [SENDERS, ROUNDS] = [10, 3];
const FILE_BYTES = 20_000_000;
/** A photo as a phone reduces it. */
const SMALL_BYTES = 450_000;
/** The aim of the service: what one machine may hold more while ten people send (security.md, U14). */
const AIM_MEGABYTES = 100;
const SETTER = system('bench');

/**
 * Ten people send 20 MB each at the same moment, through the application (session, quota, judgement, digest, sealing in
 * pieces, one whole file in the end, all of it durable) and, in turns, through the barest stream from a socket to a disk.
 */
const bench: Bench = {
	name: 'streamed-sends',
	async run() {
		setClock(MONDAY);
		const folder = await mkdtemp(join(tmpdir(), 'sends-'));
		const ways: { stop(): Promise<void> }[] = [];
		try {
			const people = await prepare();
			const STORAGE_DIR = join(folder, 'papers');
			const application = await startApplication(process.env['DATABASE_URL']!, { STORAGE_DIR });
			ways.push(application);
			const bare = await startBare(folder);
			ways.push(bare);
			return await measure(application, bare.origin, people);
		} finally {
			for (const way of ways) await way.stop();
			await rm(folder, { recursive: true, force: true });
			setClock();
		}
	}
};
export default bench;

async function prepare(): Promise<Applicant[]> {
	await seedReference();
	await unitOfWork(SETTER, (tx) =>
		setSetting(tx, SETTER, { key: 'paper_file_megabytes', value: 20, confirmed: true })
	);
	const client = new pg.Client({ connectionString: process.env['DATABASE_OWNER_URL'] });
	await client.connect();
	try {
		return await seedApplicants(client, SENDERS);
	} finally {
		await client.end();
	}
}

async function startBare(folder: string): Promise<{ origin: string; stop(): Promise<void> }> {
	const child = spawn(process.execPath, ['tests/support/bench/bare-sink.ts', folder], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [port] = (await once(child.stdout, 'data')) as [Buffer];
	const stop = async () => {
		if (child.exitCode === null && child.kill()) await once(child, 'exit');
	};
	return { origin: `http://127.0.0.1:${String(port).trim()}`, stop };
}

async function measure(
	application: { origin: string; pid: number },
	bare: string,
	people: readonly Applicant[]
): Promise<Row[]> {
	const [small, body] = [photoOf(SMALL_BYTES), photoOf(FILE_BYTES)];
	const through = async (sent: Buffer) => {
		const drafts = await Promise.all(people.map(beginDraft));
		return timed(() =>
			Promise.all(people.map((who, one) => sendTo(application.origin, who, drafts[one]!, sent)))
		);
	};
	const around = (sent: Buffer) =>
		timed(() => Promise.all(people.map(() => sendWhole(bare, sent))));
	// Small ones for nothing: what is loaded and compiled at the first sending is not what a sending costs. No large
	// one, which would leave its own mark on what is called idle.
	await through(small);
	await around(small);
	await wait(3_000);
	const idle = await residentMegabytes(application.pid);
	const [ours, theirs] = [[], []] as [number[], number[]];
	let most = idle;
	for (let round = 0; round < ROUNDS; round += 1) {
		const memory = watchMemory(application.pid);
		ours.push(await through(body));
		most = Math.max(most, memory.stop());
		theirs.push(await around(body));
	}
	return rowsOf({ ours: rate(ours), theirs: rate(theirs), idle, most });
}

/** The beginning of a JPEG, then anything. */
const photoOf = (length: number) =>
	Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(length - 4)]);

/** Megabytes a second, of the middle round. */
function rate(seconds: number[]): number {
	const middle = seconds.toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)]!;
	return (SENDERS * FILE_BYTES) / 1_000_000 / middle;
}

function rowsOf(found: Record<'ours' | 'theirs' | 'idle' | 'most', number>): Row[] {
	return [
		{
			name: 'ten sends of 20 MB at once',
			value: found.ours,
			unit: 'MB/s',
			reference: found.theirs,
			against: 'bare stream to disk, MB/s'
		},
		{
			name: 'memory held more than idle, at most',
			value: found.most - found.idle,
			unit: 'MB',
			reference: AIM_MEGABYTES,
			against: 'aim, MB'
		},
		{ name: 'memory held, idle after small sends', value: found.idle, unit: 'MB' }
	];
}

async function beginDraft({ applicationId, accountId }: Applicant): Promise<string> {
	const actor: Actor = { kind: 'applicant', applicationId, accountId };
	const { paperId } = await unitOfWork(actor, async (tx) => {
		const { household } = await papersOfRequest(tx, actor, applicationId);
		const what = { category: 'national_id_card', personId: household[0]!.id };
		return startDraft(tx, actor, { ...what, sendingId: randomUUID() });
	});
	return paperId;
}

function sendTo(origin: string, who: Applicant, paperId: string, body: Buffer): Promise<void> {
	return sendWhole(`${origin}/espace/pieces/${paperId}/fichiers`, body, {
		origin,
		cookie: `__Host-session=${who.secret}`,
		'content-type': 'image/jpeg',
		'content-disposition': "attachment; filename*=UTF-8''photo.jpg",
		'upload-length': String(body.length),
		'upload-complete': '?1'
	});
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await work();
	return (performance.now() - began) / 1_000;
}
