import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '../../domain/accounts/actor.ts';
import { built, type Given } from '../db/built.ts';
import { person, wantedCommune } from '../db/schema/applications.ts';
import { commune, counter } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';

/**
 * The counter a person most likely goes to: that of the commune where they live, else of the first commune they ask
 * for that has one. Null for a visitor and when none of them has a counter.
 * @returns its slug
 */
export async function homeCounter(tx: Tx, actor: Actor): Promise<string | null> {
	const applicationId = requestOf(actor);
	if (!applicationId) return null;
	const [[lives], [asksFor]] = await Promise.all([
		counterOfHome(tx, { applicationId }),
		counterOfWish(tx, { applicationId })
	]);
	return lives?.slug ?? asksFor?.slug ?? null;
}

const municipal = and(eq(counter.active, true), eq(counter.kind, 'municipal'));

const counterOfHome = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx
		.select({ slug: counter.slug })
		.from(counter)
		.innerJoin(person, eq(person.addressCommune, counter.communeInsee))
		.where(and(municipal, eq(person.applicationId, applicationId), eq(person.role, 'applicant')))
		.limit(1)
);

const counterOfWish = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx
		.select({ slug: counter.slug })
		.from(counter)
		.innerJoin(wantedCommune, eq(wantedCommune.insee, counter.communeInsee))
		.where(and(municipal, eq(wantedCommune.applicationId, applicationId)))
		.orderBy(asc(wantedCommune.rank))
		.limit(1)
);

/**
 * The commune from which distances are counted: where the applicant lives, else the first they ask for, of those on
 * the territory.
 * @returns its INSEE code, or null for a visitor and when none of them is ours
 */
export async function homeCommune(tx: Tx, actor: Actor): Promise<string | null> {
	const applicationId = requestOf(actor);
	if (!applicationId) return null;
	const [[lives], [asksFor]] = await Promise.all([
		communeOfHome(tx, { applicationId }),
		communeOfWish(tx, { applicationId })
	]);
	return lives?.insee ?? asksFor?.insee ?? null;
}

const communeOfHome = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx
		.select({ insee: commune.insee })
		.from(commune)
		.innerJoin(person, eq(person.addressCommune, commune.insee))
		.where(and(eq(person.applicationId, applicationId), eq(person.role, 'applicant')))
		.limit(1)
);

const communeOfWish = built((tx, { applicationId }: Given<'applicationId'>) =>
	tx
		.select({ insee: commune.insee })
		.from(commune)
		.innerJoin(wantedCommune, eq(wantedCommune.insee, commune.insee))
		.where(eq(wantedCommune.applicationId, applicationId))
		.orderBy(asc(wantedCommune.rank))
		.limit(1)
);

function requestOf(actor: Actor): string | null {
	if (actor.kind === 'helper') return actor.mandate?.applicationId ?? null;
	return actor.kind === 'applicant' ? actor.applicationId : null;
}
