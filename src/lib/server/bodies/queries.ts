import { and, asc, eq, sql } from 'drizzle-orm';
import { landlord, registeringBody } from '../db/schema/bodies.ts';
import type { Tx } from '../db/unit-of-work.ts';

/** What is known of the body behind a code of SNE; null when nobody has written it down. */
export async function registeringBodyOf(tx: Tx, code: string | null) {
	if (!code) return null;
	const [found] = await tx.select().from(registeringBody).where(eq(registeringBody.code, code));
	return found ?? null;
}

/**
 * The landlords to name for these communes (R441-2-4 e): those that own homes in one of them, and those of whom
 * nobody has said where, since leaving one out could cost somebody a home.
 */
export function landlordsFor(tx: Tx, insee: readonly string[]) {
	const codes = sql`${`{${insee.join(',')}}`}::text[]`;
	return tx
		.select()
		.from(landlord)
		.where(
			and(
				eq(landlord.active, true),
				sql`(${landlord.communes} && ${codes} or cardinality(${landlord.communes}) = 0)`
			)
		)
		.orderBy(asc(landlord.name));
}

/** All landlords, those put aside too. */
export function listLandlords(tx: Tx) {
	return tx.select().from(landlord).orderBy(asc(landlord.name));
}

/** The bodies that registered the requests known here, and those written down already, by code. */
export async function listRegisteringBodies(tx: Tx) {
	const [known, { rows: codes }] = await Promise.all([
		tx.select().from(registeringBody).orderBy(asc(registeringBody.code)),
		// From one code to the next in their index: there are a few codes and many requests.
		tx.execute<{ code: string }>(sql`
			with recursive known as (
				select min(registering_code) code from application
				union all
				select (select min(registering_code) from application where registering_code > known.code)
				from known where known.code is not null)
			select code from known where code is not null`)
	]);
	const named = new Set(known.map(({ code }) => code));
	const unnamed = codes.flatMap(({ code }) => (named.has(code) ? [] : [code]));
	return { known, unnamed };
}
