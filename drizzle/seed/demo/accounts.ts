import { eq, inArray } from 'drizzle-orm';
import type { Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import { normaliseCode } from '../../../src/lib/domain/accounts/activation-code.ts';
import { activateAccount } from '../../../src/lib/server/accounts/activate-account.ts';
import {
	checkActivationCode,
	spendCodeTry
} from '../../../src/lib/server/accounts/check-activation-code.ts';
import { issueActivationCode } from '../../../src/lib/server/accounts/issue-activation-code.ts';
import { applicantAccount } from '../../../src/lib/server/db/schema/accounts.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { moment, SEED, within } from './moments.ts';
import { applicantOf, type DemoRequest } from './play-life.ts';
import { DEMO_PASSWORD } from './staff.ts';

/** The whole way of an activation, three days after the filing: letter, code, password. */
export async function activate(request: DemoRequest, uniqueNumber: string): Promise<Applicant> {
	const { applicationId, filedOn } = request;
	await within(SEED, moment(filedOn.add({ days: 3 }), '18:30'), async (tx) => {
		const issued = await issueActivationCode(tx, SEED, { applicationId });
		const spent = await spendCodeTry(tx, uniqueNumber);
		const right = await checkActivationCode(tx, SEED, {
			code: normaliseCode(issued.code) ?? '',
			spent
		});
		if (!right) throw new Error('the code just issued was refused');
		const choice = {
			token: right.token,
			password: DEMO_PASSWORD,
			locale: 'fr',
			previousSecret: null
		};
		await activateAccount(tx, SEED, choice);
	});
	return applicantOf(applicationId, (await accountsOf([applicationId])).get(applicationId) ?? '');
}

/**
 * The same for many at once, by hand: two hundred ways through Argon2id would make the demonstration wait, and they all
 * have the same password. The hash is that of `model`, who went the whole way.
 */
export async function activateLike(
	model: Applicant,
	requests: readonly DemoRequest[]
): Promise<Map<string, Applicant>> {
	await unitOfWork(SEED, async (tx) => {
		const [known] = await tx
			.select()
			.from(applicantAccount)
			.where(eq(applicantAccount.id, model.accountId));
		for (const { applicationId, filedOn } of requests) {
			await tx
				.update(applicantAccount)
				.set({ passwordHash: known?.passwordHash, activatedAt: moment(filedOn, '19:00') })
				.where(eq(applicantAccount.applicationId, applicationId));
		}
	});
	const ids = requests.map(({ applicationId }) => applicationId);
	const accounts = await accountsOf(ids);
	return new Map(ids.map((id) => [id, applicantOf(id, accounts.get(id) ?? '')]));
}

async function accountsOf(applicationIds: string[]): Promise<Map<string, string>> {
	if (applicationIds.length === 0) return new Map();
	const rows = await unitOfWork(SEED, (tx) =>
		tx
			.select()
			.from(applicantAccount)
			.where(inArray(applicantAccount.applicationId, applicationIds))
	);
	return new Map(rows.map((row) => [row.applicationId, row.id]));
}
