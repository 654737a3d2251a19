import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { system } from '../src/lib/domain/accounts/actor.ts';
import type { LeftOutReason } from '../src/lib/domain/applications/sne-request.ts';
import { issueActivationCode } from '../src/lib/server/accounts/issue-activation-code.ts';
import { importRequest, type Imported } from '../src/lib/server/applications/import-request.ts';
import { unitOfWork } from '../src/lib/server/db/unit-of-work.ts';
import { SneFileRefused } from '../src/lib/server/ports/sne-file-refused.ts';
import { SNE_FILE_BYTES_MAX } from '../src/lib/server/ports/sne-file-text.ts';
import { readSneFile } from '../src/lib/server/ports/sne-file.ts';
import { command } from './command.ts';
import { withDatabase } from './database.ts';
import { Refusal } from './refusal.ts';
import { loadSettings } from './settings.ts';

// npm run sne:import -- FILE.xml [--dry-run | --code]: reads a request in SNE's format and creates or updates it.
// --dry-run does everything, then undoes it. --code also issues an activation code, printed once: for a demonstration,
// where no counter hands it over.

const USAGE = 'Usage : npm run sne:import -- FICHIER.xml [--dry-run | --code]';
const IMPORT = system('sne-import');

const OUTCOMES: Record<Imported['outcome'], [done: string, dry: string]> = {
	created: ['demande créée', 'serait créée'],
	updated: ['demande mise à jour', 'serait mise à jour'],
	unchanged: ['fichier déjà importé, rien n’a changé', 'fichier déjà importé, rien ne changerait']
};

const REASONS: Record<LeftOutReason, string> = {
	'unknown-element': 'élément inconnu',
	'unknown-attribute': 'attribut inconnu',
	'unknown-code': 'code inconnu',
	unreadable: 'valeur illisible',
	repeated: 'répété, seul le premier est lu',
	'not-kept': 'lu, mais pas conservé'
};

class UndoneOnPurpose extends Error {}

type Options = { file: string; dryRun: boolean; withCode: boolean };

loadSettings();
await command(async () => {
	const options = readOptions();
	const original = readBytes(options.file);
	const request = inOneLine(() => readSneFile(original));
	// Only a file that can be read starts a database.
	const { imported, code } = await withDatabase(() => run(options, { request, original })).catch(
		explain
	);
	const { uniqueNumber, outcome, leftOut } = imported;
	console.log(`${uniqueNumber} : ${OUTCOMES[outcome][options.dryRun ? 1 : 0]}.`);
	for (const { path, why } of leftOut) console.log(`Non repris : ${path} (${REASONS[why]})`);
	if (code) console.log(`Code d’activation : ${code}`);
});

function readOptions(): Options {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: { 'dry-run': { type: 'boolean' }, code: { type: 'boolean' } }
		});
		const { 'dry-run': dryRun = false, code: withCode = false } = values;
		const [file, ...others] = positionals;
		if (file && others.length === 0 && !(dryRun && withCode)) return { file, dryRun, withCode };
	} catch {
		// An option that does not exist: the same line says what to type.
	}
	throw new Refusal(USAGE);
}

function readBytes(file: string): Uint8Array {
	// npm runs scripts in the project's folder; the path was typed elsewhere.
	const path = resolve(process.env['INIT_CWD'] ?? '.', file);
	try {
		const { size } = statSync(path);
		if (size > SNE_FILE_BYTES_MAX) throw new SneFileRefused('too-large');
		return readFileSync(path);
	} catch (error) {
		if (error instanceof SneFileRefused) throw new Refusal(error.message);
		throw new Refusal(`Le fichier ${file} est introuvable ou illisible. Vérifiez son chemin.`);
	}
}

function inOneLine<T>(read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof SneFileRefused) throw new Refusal(error.message);
		throw error;
	}
}

async function run({ dryRun, withCode }: Options, input: Parameters<typeof importRequest>[2]) {
	let done: { imported: Imported; code: string | null } | null = null;
	const work = unitOfWork(IMPORT, async (tx) => {
		const imported = await importRequest(tx, IMPORT, input);
		const { applicationId } = imported;
		const code = withCode ? (await issueActivationCode(tx, IMPORT, { applicationId })).code : null;
		done = { imported, code };
		if (dryRun) throw new UndoneOnPurpose();
		return done;
	});
	return work.catch((error: unknown) => {
		if (error instanceof UndoneOnPurpose && done) return done;
		throw error;
	});
}

function explain(error: unknown): never {
	const cause = error instanceof Error ? (error.cause ?? error) : error;
	const isBare = cause instanceof Error && 'code' in cause && cause.code === '42P01';
	if (!isBare) throw error;
	throw new Refusal('La base n’est pas prête. Lancez d’abord : npm run db:migrate');
}
