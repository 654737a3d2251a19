import { and, eq, gte, ne } from 'drizzle-orm';
import { PARIS } from '../clock.ts';
import { proposal } from '../db/schema/changes.ts';
import type { Tx } from '../db/unit-of-work.ts';

/**
 * The kinds of what was declared since the renewal opened and not taken back: what "changed" is answered by. One that
 * the counter could not enter was declared all the same, and answered.
 */
export async function declaredKinds(tx: Tx, applicationId: string, opensOn: Temporal.PlainDate) {
	const since = opensOn.toZonedDateTime(PARIS).toInstant();
	const rows = await tx
		.selectDistinct({ kind: proposal.kind })
		.from(proposal)
		.where(
			and(
				eq(proposal.applicationId, applicationId),
				ne(proposal.state, 'withdrawn'),
				gte(proposal.updatedAt, since)
			)
		);
	return rows.map(({ kind }) => kind);
}
