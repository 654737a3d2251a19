import { chownSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { Refusal } from '../refusal.ts';

const State = v.object({
	/** Whether the cluster lies in the data folder or, where its account cannot enter, elsewhere. */
	place: v.picklist(['inside', 'outside']),
	/** False until roles and database exist: a cluster left half made is made again. */
	ready: v.boolean(),
	port: v.number(),
	passwords: v.object({ admin: v.string(), owner: v.string(), web: v.string() })
});

/** What is remembered of a cluster between two starts. */
export type State = v.InferOutput<typeof State>;

const fileOf = (dataDir: string) => join(dataDir, 'postgres.json');

/** The state kept in a data folder; undefined when there is none. Throws when it is unreadable. */
export function readState(dataDir: string): State | undefined {
	let text: string;
	try {
		text = readFileSync(fileOf(dataDir), 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
	try {
		return v.parse(State, JSON.parse(text));
	} catch {
		throw new Refusal(`${fileOf(dataDir)} is damaged. \`npm run demo -- --fresh\` starts anew.`);
	}
}

/** Writes the state, readable by its owner only since it holds passwords, whole or not at all. */
export function writeState(dataDir: string, state: State): void {
	const temporary = `${fileOf(dataDir)}.${process.pid}`;
	writeFileSync(temporary, JSON.stringify(state, null, '\t'), { mode: 0o600 });
	// Root passing by must not lock the folder's owner out of it.
	if (process.getuid?.() === 0) chownSync(temporary, statSync(dataDir).uid, statSync(dataDir).gid);
	renameSync(temporary, fileOf(dataDir));
}

/** A state for a cluster about to be made, with passwords of its own. */
export function newState(place: State['place'], port: number): State {
	const password = () => randomBytes(24).toString('hex');
	const passwords = { admin: password(), owner: password(), web: password() };
	return { place, ready: false, port, passwords };
}
