import pg from 'pg';
import { addressesOf, onDatabase } from './addresses.ts';
import type { State } from './state.ts';

/** Roles, database and extensions: all that needs the superuser, so that migrations do not. */
export async function furnish(state: State): Promise<void> {
	const { adminUrl } = addressesOf(state);
	const { owner, web } = state.passwords;
	await run(onDatabase(adminUrl, 'postgres'), [
		'drop database if exists guichet',
		'drop role if exists guichet_web',
		'drop role if exists guichet_owner',
		`create role guichet_owner login createrole password '${owner}'`,
		`create role guichet_web login noinherit password '${web}'`,
		'create database guichet owner guichet_owner',
		'revoke all on database guichet from public',
		'grant connect on database guichet to guichet_web'
	]);
	await run(
		adminUrl,
		['btree_gist', 'pg_trgm', 'unaccent'].map((name) => `create extension ${name}`)
	);
}

async function run(url: string, statements: string[]): Promise<void> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		for (const statement of statements) await client.query(statement);
	} finally {
		await client.end();
	}
}
