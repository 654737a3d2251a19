import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onDatabase } from '../../scripts/postgres/addresses.ts';
import { root } from '../../scripts/root.ts';
import { system } from '../../src/lib/domain/accounts/actor.ts';
import { attemptSpending } from '../../src/lib/server/accounts/attempt.ts';
import {
	checkActivationCode,
	spendCodeTry
} from '../../src/lib/server/accounts/check-activation-code.ts';
import { normaliseCode } from '../../src/lib/domain/accounts/activation-code.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const SAMPLES = join(root, 'tests/support/sne');
const NUMBER = '006092600077706A01';
let database: TestDatabase;
let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'import-'));
});
beforeEach(async () => {
	database = await testDatabase();
	return () => database.drop();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as npm does, from a folder of the person's own. */
function run(...words: string[]): Promise<Ran> {
	return runOn(database.url, words);
}

type Ran = { code: number | null; out: string[]; err: string[] };

function runOn(url: string, words: string[]): Promise<Ran> {
	const child = spawn(process.execPath, ['scripts/sne-import.ts', ...words], {
		cwd: root,
		env: { ...process.env, INIT_CWD: SAMPLES, DATABASE_URL: url }
	});
	const said = { out: '', err: '' };
	child.stdout.on('data', (text) => (said.out += text));
	child.stderr.on('data', (text) => (said.err += text));
	const lines = (text: string) => text.split('\n').filter(Boolean);
	return new Promise((resolve) => {
		child.on('close', (code) => resolve({ code, out: lines(said.out), err: lines(said.err) }));
	});
}

/** How many rows the tables of a request hold. */
async function rows(): Promise<string[]> {
	const counted = await unitOfWork(system('test'), (tx) =>
		tx.execute<{ n: string }>(sql`
			select count(*) as n from application union all select count(*) from person
			union all select count(*) from sne_file union all select count(*) from application_event
			union all select count(*) from applicant_account union all select count(*) from activation_code`)
	);
	return counted.rows.map(({ n }) => n);
}

describe('somebody imports a request from the command line', () => {
	it('and reads its number, then one line for each fact left out', async () => {
		const file = join(folder, 'avec-inconnu.xml');
		const complete = readFileSync(join(SAMPLES, 'demande-complete.xml'), 'utf8');
		writeFileSync(
			file,
			complete.replace('<ns2:personnePhysique>', '<ns2:zoneInconnue/><ns2:personnePhysique>')
		);
		const first = await run(file);
		expect(first).toEqual({
			code: 0,
			out: [
				`${NUMBER} : demande créée.`,
				'Non repris : demande/demandeLogement/zoneInconnue (élément inconnu)'
			],
			err: []
		});
		expect((await run(file)).out[0]).toBe(`${NUMBER} : fichier déjà importé, rien n’a changé.`);
		expect((await run('demande-complete.xml')).out).toEqual([`${NUMBER} : demande mise à jour.`]);
	});

	it('and with --dry-run nothing is written', async () => {
		expect(await run('demande-complete.xml', '--dry-run')).toEqual({
			code: 0,
			out: [`${NUMBER} : serait créée.`],
			err: []
		});
		expect(await rows()).toEqual(Array(6).fill('0'));
	});

	it('and with --code receives a code that opens the account', async () => {
		const { out } = await run('demande-complete.xml', '--code');
		const code = /^Code d’activation : (\d{4}(?: \d{4}){3})$/.exec(out[1] ?? '')?.[1];
		const answer = await attemptSpending(
			{ door: 'code', account: NUMBER, source: '192.0.2.1' },
			(tx) => spendCodeTry(tx, NUMBER),
			(tx, spent) =>
				checkActivationCode(tx, system('test'), { code: normaliseCode(code ?? '') ?? '', spent })
		);
		expect(answer.kind).toBe('accepted');
	});
});

describe('somebody imports what is no request', () => {
	it.each([
		['autre-racine.xml', /interfaceNuu/],
		['demande-entite-externe.xml', /DOCTYPE/],
		['demande-entites-en-cascade.xml', /DOCTYPE/],
		['demande-malformee.xml', /XML bien formé/],
		['demande-sans-numero.xml', /numéro unique manque/],
		['page-web.html', /SNE/],
		['absent.xml', /introuvable/],
		['.', /introuvable/]
	])('%s: exit code 1, one line, nothing changed', async (file, line) => {
		const { code, out, err } = await run(file);
		expect([code, out, err.length]).toEqual([1, [], 1]);
		expect(err[0]).toMatch(line);
		expect(await rows()).toEqual(Array(6).fill('0'));
	});

	it.each([
		[[]],
		[['a.xml', 'b.xml']],
		[['a.xml', '--inconnu']],
		[['a.xml', '--dry-run', '--code']]
	])('%j: the line that says what to type', async (words) => {
		const { code, err } = await run(...words);
		expect([code, err]).toEqual([
			1,
			['Usage : npm run sne:import -- FICHIER.xml [--dry-run | --code]']
		]);
	});

	it('into a database that was never made: the line that says how to make it', async () => {
		const bare = onDatabase(database.url, 'postgres');
		const { code, err } = await runOn(bare, ['demande-complete.xml']);
		expect([code, err]).toEqual([
			1,
			['La base n’est pas prête. Lancez d’abord : npm run db:migrate']
		]);
	});
});
