import { sql, type SQL } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemoOpenings } from '../../drizzle/seed/reference/demo-openings.ts';
import { seedReference } from '../../drizzle/seed/reference.ts';
import { system } from '../../src/lib/domain/accounts/actor.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
const tester = system('test');

beforeAll(async () => {
	database = await testDatabase();
	await seedReference();
});
afterAll(() => database.drop());

async function rows(query: SQL): Promise<Record<string, unknown>[]> {
	return unitOfWork(tester, async (tx) => (await tx.execute(query)).rows);
}

const contents = () =>
	Promise.all([
		rows(sql`select * from commune order by insee`),
		rows(sql`select * from counter order by id`),
		rows(sql`select * from counter_fact order by counter_id, kind`),
		rows(sql`select * from desk order by id`),
		rows(sql`select * from motive order by code`),
		rows(sql`select * from paper_category order by code`),
		rows(sql`select * from opening order by id`)
	]);

describe('the reference data', () => {
	it('hold 24 communes, 22 municipal counters, 2 branches and their desks', async () => {
		const [counts] = await rows(sql`select
			(select count(*)::int from commune) communes,
			(select sum(population)::int from commune) inhabitants,
			(select count(*)::int from counter where kind = 'municipal') municipal,
			(select count(*)::int from counter where kind = 'branch' and commune_insee is null) branches,
			(select count(*)::int from desk) desks`);
		expect(counts).toEqual({
			communes: 24,
			inhabitants: 181_763,
			municipal: 22,
			branches: 2,
			desks: 27
		});
	});

	it('say nothing of a counter that nobody confirmed', async () => {
		const facts = await rows(sql`select count(*)::int total, count(value)::int known,
			count(*) filter (where confirmed)::int confirmed from counter_fact`);
		expect(facts).toEqual([{ total: 24 * 8, known: 0, confirmed: 0 }]);
		expect(await rows(sql`select * from opening`)).toEqual([]);
		expect(await rows(sql`select code from motive where confirmed`)).toEqual([]);
	});

	it('leave out the two least populous communes, and name the others in French', async () => {
		const without = await rows(sql`select name from commune where insee not in
			(select commune_insee from counter where commune_insee is not null) order by name`);
		expect(without.map(({ name }) => name)).toEqual(['La Roque-en-Provence', 'Les Ferres']);
		const named = await rows(sql`select slug, name from counter
			where slug in ('antibes', 'le-bar-sur-loup', 'saint-paul-de-vence') order by slug`);
		expect(named.map(({ name }) => name)).toEqual([
			'Guichet logement d’Antibes',
			'Guichet logement du Bar-sur-Loup',
			'Guichet logement de Saint-Paul-de-Vence'
		]);
	});

	it('have every motive and paper in the three languages', async () => {
		const texts =
			await rows(sql`select code from motive where not (label ?& array['fr','en','ar'] and bring ?& array['fr','en','ar'])
			union all select code from paper_category
			where not (label ?& array['fr','en','ar'] and explanation ?& array['fr','en','ar'])`);
		expect(texts).toEqual([]);
	});

	it('are the same when seeded twice', async () => {
		const before = await contents();
		await seedReference();
		expect(await contents()).toEqual(before);
	});

	it('never take back what staff edited', async () => {
		await unitOfWork(tester, async (tx) => {
			await tx.execute(
				sql`update counter_fact set value = '1 place de l’Exemple', confirmed = true where kind = 'address'`
			);
			await tx.execute(
				sql`update counter set name = 'Maison du logement', active = false where slug = 'biot'`
			);
			await tx.execute(sql`update desk set name = 'Accueil' where name = 'Bureau 1'`);
			await tx.execute(
				sql`update motive set duration_minutes = 60, confirmed = true where code = 'suivi'`
			);
			await tx.execute(sql`update paper_category set confirmed = true where code = 'passport'`);
			await tx.execute(sql`update commune set name = 'Antibe' where insee = '06004'`);
		});
		const [, ...edited] = await contents();
		await seedReference();
		const [communes, ...after] = await contents();
		expect(after).toEqual(edited);
		expect(communes?.find(({ insee }) => insee === '06004')?.name).toBe('Antibes');
	});
});

describe('the openings of the demo', () => {
	it('give every counter invented hours once, and say that they are invented', async () => {
		await unitOfWork(tester, seedDemoOpenings);
		const before = await rows(
			sql`select count(*)::int n, count(distinct counter_id)::int counters from opening`
		);
		await unitOfWork(tester, seedDemoOpenings);
		expect(
			await rows(sql`select count(*)::int n, count(distinct counter_id)::int counters from opening`)
		).toEqual(before);
		expect(before).toEqual([{ n: 24 * 5 + 7 * 3, counters: 24 }]);
		const hours = await rows(
			sql`select distinct confirmed, value like '%inventés%' as said from counter_fact where kind = 'hours'`
		);
		expect(hours).toEqual([{ confirmed: false, said: true }]);
	});
});
