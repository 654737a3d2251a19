import { expect, test, type APIRequestContext } from '@playwright/test';
import { and, eq, isNotNull } from 'drizzle-orm';
import { system } from '../../src/lib/domain/accounts/actor.ts';
import { startSession } from '../../src/lib/server/accounts/lucia.ts';
import { applicantAccount } from '../../src/lib/server/db/schema/accounts.ts';
import { application, person } from '../../src/lib/server/db/schema/applications.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';

/** Every page of a person's space: one that is added must be added here. */
const PAGES = [
	'/espace',
	'/espace/demande',
	'/espace/pieces',
	'/espace/pieces/liste',
	'/espace/rendez-vous',
	'/espace/messages',
	'/espace/cotation',
	'/espace/chiffres',
	'/espace/delais',
	'/espace/documents',
	'/espace/compte'
];
const PEOPLE = 60;
const PAIRS = 10_000;
const actor = system('strangers-facts');

type Known = { applicationId: string; facts: string[] };

/** People of the demonstration with an account, and what is theirs alone: number, telephone, e-mail, identifier. */
function people(): Promise<(Known & { secret: string })[]> {
	return unitOfWork(actor, async (tx) => {
		const rows = await tx
			.select({
				applicationId: application.id,
				accountId: applicantAccount.id,
				number: application.uniqueNumber,
				phone: person.phone,
				email: person.email
			})
			.from(application)
			.innerJoin(applicantAccount, eq(applicantAccount.applicationId, application.id))
			.innerJoin(
				person,
				and(eq(person.applicationId, application.id), eq(person.role, 'applicant'))
			)
			.where(and(isNotNull(person.phone), isNotNull(applicantAccount.activatedAt)))
			.orderBy(application.uniqueNumber)
			.limit(PEOPLE);
		return Promise.all(
			rows.map(async (row) => ({
				applicationId: row.applicationId,
				secret: await startSession(tx, `applicant:${row.accountId}`, null),
				facts: [row.number, row.phone, row.email, row.applicationId].filter((fact) => fact !== null)
			}))
		);
	});
}

/** Everything one person's pages say, with figures written in groups put together again. */
async function pagesOf(request: APIRequestContext, secret: string): Promise<string> {
	const texts: string[] = [];
	for (const path of PAGES) {
		const answer = await request.get(path, { headers: { cookie: `__Host-session=${secret}` } });
		expect(answer.status(), path).toBe(200);
		expect(answer.headers()['cache-control'], path).toContain('no-store');
		texts.push(await answer.text());
	}
	const all = texts.join('\n');
	return all + all.replace(/<[^>]+>|[\s\u00a0]+/g, '');
}

test('no page of one person shows a fact of another, over ten thousand pairs', async ({
	request
}) => {
	test.setTimeout(300_000);
	const known = await people();
	expect(known.length).toBeGreaterThan(30);
	// The demonstration flags one person met twice: a telephone of both tells nothing of a stranger.
	const owners = new Map<string, number>();
	for (const { facts } of known) {
		for (const fact of facts) owners.set(fact, (owners.get(fact) ?? 0) + 1);
	}
	const shown = new Map<string, string>();
	for (const { applicationId, secret } of known) {
		shown.set(applicationId, await pagesOf(request, secret));
	}
	// The search itself works: each person does find themselves.
	const finding = known.filter(({ applicationId, facts }) =>
		facts.slice(0, 3).some((fact) => shown.get(applicationId)?.includes(fact))
	);
	expect(finding.length).toBe(known.length);
	const leaks: string[] = [];
	for (let pair = 0; pair < PAIRS; pair += 1) {
		const reader = known[Math.trunc(Math.random() * known.length)]!;
		const other = known[Math.trunc(Math.random() * known.length)]!;
		if (reader.applicationId === other.applicationId) continue;
		const text = shown.get(reader.applicationId)!;
		leaks.push(...other.facts.filter((fact) => owners.get(fact) === 1 && text.includes(fact)));
	}
	expect(leaks).toEqual([]);
});
