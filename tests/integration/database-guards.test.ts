import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { system, VISITOR } from '../../src/lib/domain/accounts/actor.ts';
import { recordAudit } from '../../src/lib/server/audit/record-audit.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const actor = system('guards-test');
let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
	database = await testDatabase();
	owner = new pg.Client(database.ownerUrl);
	await owner.connect();
	await unitOfWork(actor, (tx) =>
		recordAudit(tx, actor, {
			action: 'test',
			applicationId: null,
			subjectKind: 'test',
			subjectId: '1'
		})
	);
});
afterAll(async () => {
	await owner.end();
	await database.drop();
});

/** The driver's code of the refusal, or "done" when the statement went through. */
async function codeOf(statement: string): Promise<string> {
	return unitOfWork(actor, (tx) => tx.execute(statement)).then(
		() => 'done',
		(error: { cause?: { code?: string } }) => error.cause?.code ?? 'unknown'
	);
}

describe('the app role', () => {
	test('acts as guichet_app and carries its actor for one transaction only', async () => {
		const settings = sql`select current_user as role, current_setting('app.actor_kind', true) as kind`;
		const { rows } = await unitOfWork(VISITOR, (tx) => tx.execute(settings));
		expect(rows[0]).toEqual({ role: 'guichet_app', kind: 'visitor' });
		const { rows: next } = await unitOfWork(actor, (tx) => tx.execute(settings));
		expect(next[0]).toEqual({ role: 'guichet_app', kind: 'system' });
	});

	test('owns nothing', async () => {
		const { rows } = await owner.query(
			`select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'guichet_app'`
		);
		expect(rows).toEqual([]);
	});

	test('may alter no table, drop none, and read no file of the server', async () => {
		expect(await codeOf('drop table application')).toBe('42501');
		expect(await codeOf('alter table application add column x int')).toBe('42501');
		expect(await codeOf('create table x (y int)')).toBe('42501');
		expect(await codeOf(`copy application to program 'cat'`)).toBe('42501');
	});

	test('may read every table it was given', async () => {
		const { rows } = await owner.query<{ name: string }>(
			`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
			 and not has_table_privilege('guichet_app', oid, 'select')`
		);
		expect(rows).toEqual([]);
	});
});

describe('the journals', () => {
	const journals = [
		'audit_entry',
		'application_event',
		'appointment_event',
		'message_receipt',
		'proposal_step',
		'sne_file'
	];

	test.each(journals)('%s cannot be changed or emptied by the app role', async (journal) => {
		expect(await codeOf(`delete from ${journal}`)).toBe('42501');
		expect(await codeOf(`update ${journal} set id = id`)).toBe('42501');
	});

	test.each(journals)('%s cannot be changed or emptied by the owner either', async (journal) => {
		await expect(owner.query(`delete from ${journal}`)).rejects.toMatchObject({ code: '42501' });
		await expect(owner.query(`update ${journal} set id = id`)).rejects.toMatchObject({
			code: '42501'
		});
		await expect(owner.query(`truncate ${journal} cascade`)).rejects.toMatchObject({
			code: '42501'
		});
	});
});

test('what erases a request empties no journal for anybody else, and the journal of accesses for nobody', async () => {
	const pretends = sql`select set_config('guichet.erases', 'on', true)`;
	const empties = unitOfWork(actor, async (tx) => {
		await tx.execute(pretends);
		await tx.execute('delete from application_event');
	});
	await expect(empties).rejects.toMatchObject({ cause: { code: '42501' } });
	await owner.query(`set guichet.erases = 'on'`);
	await expect(owner.query('delete from audit_entry')).rejects.toMatchObject({ code: '42501' });
	await expect(owner.query('update sne_file set id = id')).rejects.toMatchObject({ code: '42501' });
	await owner.query('reset guichet.erases');
});

test('a transaction that fails leaves nothing behind', async () => {
	const before = await unitOfWork(actor, (tx) => tx.execute(sql`select count(*) from audit_entry`));
	const failing = unitOfWork(actor, async (tx) => {
		await recordAudit(tx, actor, {
			action: 'lost',
			applicationId: null,
			subjectKind: 'test',
			subjectId: '2'
		});
		throw new Error('on purpose');
	});
	await expect(failing).rejects.toThrow('on purpose');
	const after = await unitOfWork(actor, (tx) => tx.execute(sql`select count(*) from audit_entry`));
	expect(after.rows).toEqual(before.rows);
});
