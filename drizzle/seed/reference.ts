import { inArray, isNull, sql } from 'drizzle-orm';
import { system } from '../../src/lib/domain/accounts/actor.ts';
import { factKinds } from '../../src/lib/domain/counters/facts.ts';
import { now } from '../../src/lib/server/clock.ts';
import { ceilingTable } from '../../src/lib/server/db/schema/ceilings.ts';
import { landlord } from '../../src/lib/server/db/schema/bodies.ts';
import {
	commune,
	counter,
	counterFact,
	desk,
	motive
} from '../../src/lib/server/db/schema/counters.ts';
import { replyTemplate } from '../../src/lib/server/db/schema/conversations.ts';
import { paperCategory } from '../../src/lib/server/db/schema/documents.ts';
import { resendReason } from '../../src/lib/server/db/schema/resend-reasons.ts';
import { unitOfWork, type Tx } from '../../src/lib/server/db/unit-of-work.ts';
import { ceilings } from './reference/ceilings.ts';
import { indexTexts } from '../../src/lib/server/guide/index-texts.ts';
import { communes } from './reference/communes.ts';
import { counters } from './reference/counters.ts';
import { seedGrid } from './reference/grid.ts';
import { landlords } from './reference/landlords.ts';
import { motives } from './reference/motives.ts';
import { paperCategories } from './reference/paper-categories.ts';
import { resendReasons } from './reference/resend-reasons.ts';
import { replyTemplates } from './reference/reply-templates.ts';

/**
 * Puts in place what the software cannot work without: communes, counters and their unknown facts, desks, motives,
 * categories of papers, income ceilings. Run at every start: what is missing is added, what staff edited stays as it is. Only the
 * communes, which nobody edits here, follow their source.
 */
export async function seedReference(): Promise<void> {
	await unitOfWork(system('seed-reference'), async (tx) => {
		await seedCommunes(tx);
		await seedCounters(tx);
		await tx
			.insert(motive)
			.values([...motives])
			.onConflictDoNothing();
		await seedPaperKinds(tx);
		await tx.insert(resendReason).values(resendReasons(now())).onConflictDoNothing();
		await seedCeilings(tx);
		await seedGrid(tx);
		await indexTexts(tx, system('seed-reference'));
		await seedTemplates(tx);
		await seedLandlords(tx);
	});
}

/** Once, for the same reason. */
async function seedLandlords(tx: Tx): Promise<void> {
	if ((await tx.$count(landlord)) > 0) return;
	const updatedAt = now();
	await tx.insert(landlord).values(landlords.map((each) => ({ ...each, updatedAt })));
}

/** Once: a template that the head of service put aside must not come back. */
async function seedTemplates(tx: Tx): Promise<void> {
	if ((await tx.$count(replyTemplate)) > 0) return;
	const updatedAt = now();
	await tx
		.insert(replyTemplate)
		.values(replyTemplates.map((each, index) => ({ ...each, position: index + 1, updatedAt })));
}

/** What staff have not edited follows our words; what they have stays theirs. */
async function seedPaperKinds(tx: Tx): Promise<void> {
	await tx
		.insert(paperCategory)
		.values(paperCategories())
		.onConflictDoUpdate({
			target: paperCategory.code,
			set: {
				refused: sql`excluded.refused`,
				drawing: sql`excluded.drawing`,
				source: sql`excluded.source`
			},
			setWhere: isNull(paperCategory.updatedAt)
		});
}

async function seedCommunes(tx: Tx): Promise<void> {
	await tx
		.insert(commune)
		.values([...communes])
		.onConflictDoUpdate({
			target: commune.insee,
			set: {
				name: sql`excluded.name`,
				postcodes: sql`excluded.postcodes`,
				population: sql`excluded.population`
			}
		});
}

async function seedCounters(tx: Tx): Promise<void> {
	const added = await tx
		.insert(counter)
		.values(
			counters.map(({ slug, kind, name, communeInsee }) => ({ slug, kind, name, communeInsee }))
		)
		.onConflictDoNothing()
		.returning({ id: counter.id, slug: counter.slug });
	await seedFacts(tx);
	if (added.length > 0) await seedDesks(tx, added);
}

/** One row a fact, all unknown: what the software shows as "pas encore connu, à confirmer" until staff fill it. */
async function seedFacts(tx: Tx): Promise<void> {
	const slugs = counters.map(({ slug }) => slug);
	const known = await tx
		.select({ id: counter.id })
		.from(counter)
		.where(inArray(counter.slug, slugs));
	const updatedAt = now();
	const rows = known.flatMap(({ id: counterId }) =>
		factKinds.map((kind) => ({ counterId, kind, value: null, confirmed: false, updatedAt }))
	);
	await tx.insert(counterFact).values(rows).onConflictDoNothing();
}

/** For new counters only: a desk that staff renamed or closed must not come back. */
async function seedDesks(tx: Tx, added: readonly { id: string; slug: string }[]): Promise<void> {
	const rows = added.flatMap(({ id: counterId, slug }) => {
		const desks = counters.find((seed) => seed.slug === slug)?.desks ?? 1;
		return Array.from({ length: desks }, (_, index) => ({
			counterId,
			name: `Bureau ${index + 1}`
		}));
	});
	await tx.insert(desk).values(rows).onConflictDoNothing();
}

async function seedCeilings(tx: Tx): Promise<void> {
	const updatedAt = now();
	const rows = ceilings.map((table) => ({ ...table, amounts: [...table.amounts], updatedAt }));
	await tx.insert(ceilingTable).values(rows).onConflictDoNothing();
}
