import { and, eq, ne, sql } from 'drizzle-orm';
import { NotFound, RuleBroken } from '../../domain/errors.ts';
import { desk } from '../db/schema/counters.ts';
import type { Tx } from '../db/unit-of-work.ts';

const LONGEST = 60;

/** The name of a desk as it is kept. @throws RuleBroken `desk-name-missing`, `too-long` */
export function deskName(typed: string): string {
	const name = typed.trim().replace(/\s+/g, ' ');
	if (name === '') throw new RuleBroken('desk-name-missing', { field: 'name' });
	if (name.length > LONGEST) throw new RuleBroken('too-long', { field: 'name' });
	return name;
}

/** @throws RuleBroken `desk-name-taken` when another desk of the counter is called so, whatever the case */
export async function requireFreeName(
	tx: Tx,
	counterId: string,
	name: string,
	exceptId?: string
): Promise<void> {
	const found = await tx
		.select({ id: desk.id })
		.from(desk)
		.where(
			and(
				eq(desk.counterId, counterId),
				sql`lower(${desk.name}) = lower(${name})`,
				exceptId ? ne(desk.id, exceptId) : undefined
			)
		);
	if (found.length > 0) throw new RuleBroken('desk-name-taken', { field: 'name' });
}

/** @throws NotFound for the desk of another counter as for one that does not exist */
export async function requireDesk(tx: Tx, counterId: string, deskId: string): Promise<void> {
	const ids = await tx.select({ id: desk.id }).from(desk).where(eq(desk.counterId, counterId));
	if (!ids.some(({ id }) => id === deskId)) throw new NotFound('desk');
}
