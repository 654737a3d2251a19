import type { BrowserContext } from '@playwright/test';
import { and, eq, like } from 'drizzle-orm';
import { CHARACTERS, type CharacterName } from '../../drizzle/seed/demo/characters.ts';
import { system } from '../../src/lib/domain/accounts/actor.ts';
import { startSession } from '../../src/lib/server/accounts/lucia.ts';
import {
	applicantAccount,
	helperAccount,
	staffAccount
} from '../../src/lib/server/db/schema/accounts.ts';
import { application, person } from '../../src/lib/server/db/schema/applications.ts';
import { unitOfWork, type Tx } from '../../src/lib/server/db/unit-of-work.ts';

/** The demo's people (surface): fictional. */
export const AMINA = '006032500012306A01';
export const PAUL = '006122500004506B02';
export const MARIA = '006112600000906C03';
export const DEMO_PASSWORD = 'demo-logement-2026';
export const AGENT_ANTIBES = 'agent.antibes@demo.test';
export const AGENT_VALBONNE = 'agent.valbonne@demo.test';
export const HEAD = 'responsable@demo.test';
export const TOTP_SECRET = 'JBSWY3DPEHPK3PXP';

const actor = system('sign-in-fixture');

/** Signs an applicant in without walking through the screens: a session like any other, given to the browser. */
export async function signInApplicant(
	context: BrowserContext,
	uniqueNumber: string
): Promise<void> {
	const secret = await unitOfWork(actor, async (tx) => {
		const [account] = await tx
			.select({ id: applicantAccount.id })
			.from(applicantAccount)
			.innerJoin(application, eq(application.id, applicantAccount.applicationId))
			.where(eq(application.uniqueNumber, uniqueNumber));
		return openFor(tx, 'applicant', account?.id, uniqueNumber);
	});
	await giveCookie(context, secret);
}

/** Signs in one of the characteristic people of the demonstration (drizzle/seed/demo/characters.ts). */
export async function signInCharacter(context: BrowserContext, name: CharacterName): Promise<void> {
	await signInApplicant(context, (await characterFile(name)).number);
}

/** Number and family name of one of them. */
export async function characterFile(name: CharacterName) {
	const { serial } = CHARACTERS[name];
	const [found] = await unitOfWork(actor, (tx) =>
		tx
			.select({ number: application.uniqueNumber, lastName: person.lastName })
			.from(application)
			.innerJoin(person, eq(person.applicationId, application.id))
			.where(and(like(application.uniqueNumber, `%${serial}06DEM`), eq(person.role, 'applicant')))
	);
	if (!found) throw new Error(`The demo seed knows nobody called ${name}`);
	return found;
}

/** The social worker of the demonstration, who helps Amina and the character "helped". */
export const HELPER = 'accompagnante@demo.test';

/** The same for somebody who helps applicants. */
export async function signInHelper(context: BrowserContext, contact: string): Promise<void> {
	const secret = await unitOfWork(actor, async (tx) => {
		const [account] = await tx
			.select({ id: helperAccount.id })
			.from(helperAccount)
			.where(eq(helperAccount.contact, contact));
		return openFor(tx, 'helper', account?.id, contact);
	});
	await giveCookie(context, secret);
}

/** The same for staff, second factor included. */
export async function signInStaff(context: BrowserContext, email: string): Promise<void> {
	const secret = await unitOfWork(actor, async (tx) => {
		const [account] = await tx
			.select({ id: staffAccount.id })
			.from(staffAccount)
			.where(eq(staffAccount.email, email));
		return openFor(tx, 'staff', account?.id, email);
	});
	await giveCookie(context, secret);
}

function openFor(
	tx: Tx,
	kind: 'applicant' | 'staff' | 'helper',
	id: string | undefined,
	who: string
): Promise<string> {
	if (!id) throw new Error(`The demo seed knows nobody called ${who}`);
	return startSession(tx, `${kind}:${id}`, null);
}

/** Gives the browser a session that was started elsewhere. */
export async function giveCookie(context: BrowserContext, value: string): Promise<void> {
	const base = process.env['E2E_BASE_URL'];
	if (!base) throw new Error('E2E_BASE_URL is set by the global set-up');
	// A __Host- cookie is only taken for an https address; the browser then sends it to http://localhost as well.
	const url = base.replace('http:', 'https:');
	await context.addCookies([
		{ name: '__Host-session', value, url, secure: true, httpOnly: true, sameSite: 'Lax' }
	]);
}
