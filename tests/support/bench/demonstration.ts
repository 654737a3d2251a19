import { eq } from 'drizzle-orm';
import { seedDemo } from '../../../drizzle/seed/demo.ts';
import { AMINA } from '../../../drizzle/seed/demo/identities.ts';
import { system } from '../../../src/lib/domain/accounts/actor.ts';
import { startSession } from '../../../src/lib/server/accounts/lucia.ts';
import { setClock } from '../../../src/lib/server/clock.ts';
import { applicantAccount } from '../../../src/lib/server/db/schema/accounts.ts';
import { application } from '../../../src/lib/server/db/schema/applications.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { startApplication } from './application.ts';
import { MONDAY } from './seed-calendar.ts';

const BENCH = system('bench');

/**
 * The built application with the people of the demonstration, in the database of this process.
 * @returns where it answers, a session of Amina Haddad, and what ends it all
 */
export async function startDemonstration() {
	setClock(MONDAY);
	await seedDemo();
	const session = await unitOfWork(BENCH, async (tx) => {
		const [account] = await tx
			.select({ id: applicantAccount.id })
			.from(applicantAccount)
			.innerJoin(application, eq(application.id, applicantAccount.applicationId))
			.where(eq(application.uniqueNumber, AMINA));
		// Her own phone: a measure may take longer than half an hour.
		return startSession(tx, `applicant:${account!.id}`, null, 'own');
	});
	const served = await startApplication(process.env['DATABASE_URL']!);
	const stop = async () => {
		await served.stop();
		setClock();
	};
	return { origin: served.origin, session, stop };
}
