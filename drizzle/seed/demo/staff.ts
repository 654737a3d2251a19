import { eq } from 'drizzle-orm';
import type { Agent } from '../../../src/lib/domain/accounts/actor.ts';
import {
	createStaffAccount,
	type StaffInput
} from '../../../src/lib/server/accounts/create-staff-account.ts';
import { counter } from '../../../src/lib/server/db/schema/counters.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { SEED } from './moments.ts';

/** Password of every fictional person, and the TOTP secret of the staff: public, hence refused in production. */
export const DEMO_PASSWORD = 'demo-logement-2026';
const TOTP_SECRET = 'JBSWY3DPEHPK3PXP';

export type DemoStaff = { antibes: Agent; valbonne: Agent; head: Agent };

/** The two agents and the head of service of the demonstration. */
export async function seedStaff(): Promise<DemoStaff> {
	const common = { password: DEMO_PASSWORD, totpSecret: TOTP_SECRET };
	const [antibes, valbonne] = await Promise.all(['antibes', 'valbonne'].map(counterId));
	const head = {
		name: 'Alix Figuier',
		role: 'head',
		email: 'responsable@demo.test',
		counterIds: []
	} as const;
	const agents = [
		{
			name: 'Camille Tamaris',
			role: 'agent',
			email: 'agent.antibes@demo.test',
			counterIds: [antibes!]
		},
		{
			name: 'Dominique Romarin',
			role: 'agent',
			email: 'agent.valbonne@demo.test',
			counterIds: [valbonne!]
		}
	] as const;
	const [first, second, third] = await Promise.all(
		[...agents, head].map((one) => open({ ...common, ...one }))
	);
	return { antibes: first!, valbonne: second!, head: third! };
}

async function open(input: StaffInput): Promise<Agent> {
	const { name, role, counterIds } = input;
	const { staffId } = await unitOfWork(SEED, (tx) => createStaffAccount(tx, SEED, input));
	return { kind: 'agent', staffId, name, role, counterIds };
}

async function counterId(slug: string): Promise<string> {
	const [found] = await unitOfWork(SEED, (tx) =>
		tx.select({ id: counter.id }).from(counter).where(eq(counter.slug, slug))
	);
	if (!found) throw new Error(`no counter ${slug}: seed the reference data first`);
	return found.id;
}
