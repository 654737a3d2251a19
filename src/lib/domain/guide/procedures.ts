/** The procedures of the staff, in the order of a day at the counter. One file each in content/procedures. */
export const PROCEDURES = [
	'enregistrer',
	'identite-et-code',
	'conduire-un-entretien',
	'verifier-les-pieces',
	'renouveler-et-radier',
	'regles-du-sne',
	'ne-jamais-faire',
	'questions-difficiles'
] as const;
export type ProcedureSlug = (typeof PROCEDURES)[number];

export function isProcedure(slug: string): slug is ProcedureSlug {
	return (PROCEDURES as readonly string[]).includes(slug);
}
