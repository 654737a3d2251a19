import { eq, inArray } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { bodyLine, BODY_NAME_LENGTH } from '../../domain/bodies/bodies.ts';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { isUuid } from '../applications/access.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { landlord } from '../db/schema/bodies.ts';
import { commune } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireBodiesEditor } from './access.ts';

export type SaveLandlordInput = {
	/** Null for a new one. */
	id: string | null;
	name: string;
	/** INSEE codes of the area; none when nobody knows. */
	communes: readonly string[];
	confirmed: boolean;
	active: boolean;
};

/**
 * Writes down a landlord and where it owns homes.
 * @throws Refused unless the head of service acts; NotFound; RuleBroken `body-name`, `body-too-long`, `body-commune`,
 * `body-known` when another has this name
 */
export async function saveLandlord(
	tx: Tx,
	actor: Actor,
	input: SaveLandlordInput
): Promise<string> {
	requireBodiesEditor(actor);
	const name = bodyLine(input.name, BODY_NAME_LENGTH);
	if (!name) throw new RuleBroken('body-name');
	const communes = [...new Set(input.communes)].sort();
	await requireCommunes(tx, communes);
	const { confirmed, active } = input;
	const row = { name, communes, confirmed, active, updatedAt: now() };
	const id = input.id === null ? await add(tx, row) : await change(tx, input.id, row);
	await recordAudit(tx, actor, {
		action: 'save-landlord',
		applicationId: null,
		subjectKind: 'landlord',
		subjectId: id,
		detail: { confirmed, active, communes: communes.length }
	});
	return id;
}

async function requireCommunes(tx: Tx, codes: string[]): Promise<void> {
	const known = codes.length ? await tx.$count(commune, inArray(commune.insee, codes)) : 0;
	if (known !== codes.length) throw new RuleBroken('body-commune');
}

type Row = typeof landlord.$inferInsert;

async function add(tx: Tx, row: Row): Promise<string> {
	const [added] = await tx
		.insert(landlord)
		.values(row)
		.onConflictDoNothing()
		.returning({ id: landlord.id });
	if (!added) throw new RuleBroken('body-known');
	return added.id;
}

async function change(tx: Tx, id: string, row: Row): Promise<string> {
	const named = await tx
		.select({ id: landlord.id })
		.from(landlord)
		.where(eq(landlord.name, row.name));
	if (named.some((other) => other.id !== id)) throw new RuleBroken('body-known');
	const [changed] = isUuid(id)
		? await tx.update(landlord).set(row).where(eq(landlord.id, id)).returning({ id: landlord.id })
		: [];
	if (!changed) throw new NotFound('landlord');
	return changed.id;
}
