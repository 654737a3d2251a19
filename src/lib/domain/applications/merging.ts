/**
 * Several requests of one household become one national number; each keeps its seniority for the communes it asked
 * for (R441-2-8, domain facts §1.4). The event `merged` of the request that goes on says what the others asked for.
 */
export interface MergedRequest {
	readonly filedOn: Temporal.PlainDate;
	/** Names of communes, as the screens say them. */
	readonly communes: readonly string[];
}

/**
 * Since when a request counts in each commune it asks for: the earliest filing among its own and the merged ones that
 * asked for it.
 */
export function seniorityByCommune(
	own: MergedRequest,
	merged: readonly MergedRequest[]
): Map<string, Temporal.PlainDate> {
	const since = new Map<string, Temporal.PlainDate>();
	for (const { filedOn, communes } of [own, ...merged]) {
		for (const name of communes) {
			const known = since.get(name);
			if (!known || Temporal.PlainDate.compare(filedOn, known) < 0) since.set(name, filedOn);
		}
	}
	return since;
}

/** As one line of the event's detail, and back. */
export const communesLine = (communes: readonly string[]) => communes.join(', ');

export function mergedIn(detail: Readonly<Record<string, unknown>>): MergedRequest {
	return {
		filedOn: Temporal.PlainDate.from(String(detail['mergedFiledOn'])),
		communes: String(detail['communes'])
			.split(',')
			.map((name) => name.trim())
			.filter(Boolean)
	};
}
