import { system } from '../../src/lib/domain/accounts/actor.ts';
import { issueActivationCode } from '../../src/lib/server/accounts/issue-activation-code.ts';
import { now, today } from '../../src/lib/server/clock.ts';
import { application, person } from '../../src/lib/server/db/schema/applications.ts';
import { counter } from '../../src/lib/server/db/schema/counters.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';

export const TESTING = system('test');
export const PASSWORD = 'trois citrons bleus';
export const CODE = '4827159370462815';

let serial = 0;

/** A request nobody has signed in for, in the name of the fictional Maria. */
export async function newApplication(): Promise<{ applicationId: string; number: string }> {
	const number = `0061126${String(++serial).padStart(6, '0')}06C03`;
	const stated = { origin: 'counter', statedOn: today() } as const;
	const applicationId = await unitOfWork(TESTING, async (tx) => {
		const [created] = await tx
			.insert(application)
			.values({
				uniqueNumber: number,
				filedOn: today(),
				validUntil: today().add({ years: 1 }),
				state: 'registered',
				createdAt: now(),
				updatedAt: now(),
				...stated
			})
			.returning({ id: application.id });
		if (!created) throw new Error('no application');
		await tx.insert(person).values({
			applicationId: created.id,
			role: 'applicant',
			position: 0,
			firstName: 'Maria',
			...stated
		});
		return created.id;
	});
	return { applicationId, number };
}

/** The same, with a letter whose code is {@link CODE}. */
export async function newLetter(): Promise<{ applicationId: string; number: string }> {
	const created = await newApplication();
	await unitOfWork(TESTING, (tx) =>
		issueActivationCode(tx, TESTING, { applicationId: created.applicationId, code: CODE })
	);
	return created;
}

/** Any counters of the reference data. */
export function someCounters(count: number): Promise<string[]> {
	return unitOfWork(TESTING, async (tx) => {
		const found = await tx
			.select({ id: counter.id })
			.from(counter)
			.orderBy(counter.id)
			.limit(count);
		return found.map(({ id }) => id);
	});
}
