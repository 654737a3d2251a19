import { and, asc, eq, ne, type SQL } from 'drizzle-orm';
import { factKinds, type CounterFact, type FactKind } from '../../domain/counters/facts.ts';
import type { Place } from '../../domain/counters/search.ts';
import { NotFound } from '../../domain/errors.ts';
import { built, type Given } from '../db/built.ts';
import { commune, counter, counterFact, motive } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';

const IDENTITY = { id: counter.id, slug: counter.slug, kind: counter.kind, name: counter.name };
const PLACE = { insee: commune.insee, name: commune.name, postcodes: commune.postcodes };

/** Which counter, and where. A branch of the community service may have no commune yet. */
export type NamedCounter = {
	id: string;
	slug: string;
	kind: 'municipal' | 'branch';
	name: string;
	commune: Place | null;
};

/** A counter with everything that is known of it. */
export type CounterView = NamedCounter & { facts: Record<FactKind, CounterFact> };

/** Every active counter: communes in the order of their name, then the branches. */
export async function listCounters(tx: Tx): Promise<CounterView[]> {
	return countersIn(await receiving(tx)).sort(byPlace);
}

const receiving = built((tx) => countersWith(tx, eq(counter.active, true)));

/** The same counters in the same order, for those who only choose among them. */
export async function nameCounters(tx: Tx): Promise<NamedCounter[]> {
	return (await names(tx)).sort(byPlace);
}

const names = built((tx) =>
	tx
		.select({ ...IDENTITY, commune: PLACE })
		.from(counter)
		.leftJoin(commune, eq(commune.insee, counter.communeInsee))
		.where(eq(counter.active, true))
);

/** @throws NotFound when no active counter has this slug */
export async function counterBySlug(tx: Tx, slug: string): Promise<CounterView> {
	const [found] = countersIn(await named(tx, { slug }));
	if (!found) throw new NotFound('counter');
	return found;
}

const named = built((tx, { slug }: Given<'slug'>) =>
	countersWith(tx, and(eq(counter.slug, slug), eq(counter.active, true)))
);

/** The municipal counter of a commune (by INSEE code), or null: two communes of the area had none in 2015. */
export async function counterOfCommune(tx: Tx, insee: string): Promise<CounterView | null> {
	const [found] = countersIn(await ofCommune(tx, { insee }));
	return found ?? null;
}

const ofCommune = built((tx, { insee }: Given<'insee'>) => {
	const municipal = and(eq(counter.communeInsee, insee), eq(counter.kind, 'municipal'));
	return countersWith(tx, and(municipal, eq(counter.active, true)));
});

/** The communes of the area, by name: also those without a counter. */
export async function listCommunes(tx: Tx): Promise<Place[]> {
	return (await communes(tx)).sort((a, b) => collator.compare(a.name, b.name));
}

const communes = built((tx) => tx.select(PLACE).from(commune));

export type MotiveView = typeof motive.$inferSelect;

/** What the public may book, in the order staff chose. */
export const publicMotives: (tx: Tx) => Promise<MotiveView[]> = built((tx) =>
	tx
		.select()
		.from(motive)
		.where(and(eq(motive.active, true), ne(motive.bookableBy, 'staff')))
		.orderBy(asc(motive.position), asc(motive.code))
);

function countersWith(tx: Tx, condition: SQL | undefined) {
	const { kind, value, confirmed } = counterFact;
	return tx
		.select({ counter: IDENTITY, commune: PLACE, fact: { kind, value, confirmed } })
		.from(counter)
		.leftJoin(commune, eq(commune.insee, counter.communeInsee))
		.leftJoin(counterFact, eq(counterFact.counterId, counter.id))
		.where(condition);
}

function countersIn(rows: Awaited<ReturnType<typeof countersWith>>): CounterView[] {
	return [...Map.groupBy(rows, (row) => row.counter.id).values()].map((ofCounter) => {
		const { counter: identity, commune: place } = ofCounter[0]!;
		return {
			...identity,
			commune: place,
			facts: factsOf(ofCounter.flatMap(({ fact }) => fact ?? []))
		};
	});
}

function factsOf(
	rows: readonly Pick<typeof counterFact.$inferSelect, 'kind' | 'value' | 'confirmed'>[]
): Record<FactKind, CounterFact> {
	const entries = factKinds.map((kind) => {
		const row = rows.find((fact) => fact.kind === kind);
		return [kind, { value: row?.value ?? null, confirmed: row?.confirmed ?? false }] as const;
	});
	return Object.fromEntries(entries) as Record<FactKind, CounterFact>;
}

const collator = new Intl.Collator('fr');

function byPlace(a: NamedCounter, b: NamedCounter): number {
	if (a.kind !== b.kind) return a.kind === 'branch' ? 1 : -1;
	return collator.compare(a.commune?.name ?? a.slug, b.commune?.name ?? b.slug);
}
