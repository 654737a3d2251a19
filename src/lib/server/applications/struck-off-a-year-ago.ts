import { and, eq, like, lte, max, sql } from 'drizzle-orm';
import { today } from '../clock.ts';
import { application, applicationEvent } from '../db/schema/applications.ts';
import type { Tx } from '../db/unit-of-work.ts';

/**
 * The requests struck off a year ago or more, as a subquery: what was kept to treat them goes (décret 2017-917 art. 4).
 * A request that was reinstated is no longer struck off.
 */
export function struckOffAYearAgo(tx: Tx) {
	return tx
		.select({ id: application.id })
		.from(application)
		.innerJoin(applicationEvent, eq(applicationEvent.applicationId, application.id))
		.where(
			and(
				eq(application.state, 'struck_off'),
				like(sql`${applicationEvent.kind}::text`, 'struck_off%')
			)
		)
		.groupBy(application.id)
		.having(lte(max(applicationEvent.occurredOn), today().subtract({ years: 1 })));
}
