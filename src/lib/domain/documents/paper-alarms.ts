/** What agents are told of the machinery of papers, the gravest first. */
export const PAPER_ALARMS = ['lost', 'away', 'outdated', 'none'] as const;
export type PaperAlarm = (typeof PAPER_ALARMS)[number];

type Known = {
	/** Papers of which a content is missing. */
	lost: number;
	/** What the antivirus last said of itself; null before it was ever asked. */
	antivirus: Readonly<Record<string, unknown>> | null;
	/** The site has accepted in writing to have none. */
	isWaived: boolean;
};

/** A site without antivirus that has written that it accepts it is no alarm; one that fails always is. */
export function paperAlarms({ lost, antivirus, isWaived }: Known): PaperAlarm[] {
	const alarms: PaperAlarm[] = lost > 0 ? ['lost'] : [];
	if (antivirus === null) return alarms;
	if (antivirus['answers'] !== true) {
		if (antivirus['why'] !== 'no-antivirus') alarms.push('away');
		else if (!isWaived) alarms.push('none');
	} else if (antivirus['outdated'] === true) alarms.push('outdated');
	return alarms;
}
