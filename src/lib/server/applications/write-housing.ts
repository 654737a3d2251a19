import { eq } from 'drizzle-orm';
import type { SneCurrentHousing, SneRequest } from '../../domain/applications/sne-request.ts';
import { forgetStated } from '../changes/state-facts.ts';
import {
	currentHousing,
	requestMotive,
	wantedCommune,
	wantedType
} from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';
import type { Stated } from './write-household.ts';

/**
 * Where the household lives, what it asks for and why, as a file says. A block that the file leaves out stays as it
 * was, with its own date: real files lack whole blocks.
 */
export async function writeHousing(
	tx: Tx,
	applicationId: string,
	request: SneRequest,
	stated: Stated
): Promise<void> {
	const common = { applicationId, ...stated };
	const { currentHousing: home, wanted, motives } = request;
	if (home) {
		const columns = columnsOf(home);
		await writeCurrent(tx, { ...columns, ...common });
		await forgetStated(tx, applicationId, 'housing', columns);
	}
	if (wanted.types.length > 0) {
		await tx.delete(wantedType).where(eq(wantedType.applicationId, applicationId));
		await tx.insert(wantedType).values(wanted.types.map((type) => ({ ...common, type })));
	}
	if (wanted.communes.length > 0) {
		await tx.delete(wantedCommune).where(eq(wantedCommune.applicationId, applicationId));
		await tx
			.insert(wantedCommune)
			.values(wanted.communes.map((insee, rank) => ({ ...common, insee, rank })));
	}
	if (motives.length > 0) {
		await tx.delete(requestMotive).where(eq(requestMotive.applicationId, applicationId));
		await tx.insert(requestMotive).values(motives.map((code, rank) => ({ ...common, code, rank })));
	}
}

async function writeCurrent(tx: Tx, row: typeof currentHousing.$inferInsert): Promise<void> {
	await tx
		.insert(currentHousing)
		.values(row)
		.onConflictDoUpdate({ target: currentHousing.applicationId, set: row });
}

/** One model is kept, the first (factsWithoutPlace lists the others); the surface is rounded to a whole m². */
function columnsOf(home: SneCurrentHousing) {
	return {
		model: home.models[0] ?? null,
		rentCents: home.monthlyRentCents,
		occupants: home.occupants,
		category: home.category,
		type: home.type,
		surfaceM2: home.surface === null ? null : Math.round(home.surface),
		owner: home.owner
	};
}
