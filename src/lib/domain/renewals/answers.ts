import { CHANGE_RULES, SECTIONS, type ProposalKind, type Section } from '../changes/kinds.ts';

/** What the applicant says of each part of the request: still right, or changed. */
export const SECTION_ANSWERS = ['same', 'changed'] as const;
export type SectionAnswer = (typeof SECTION_ANSWERS)[number];
export type Answers = Partial<Record<Section, SectionAnswer>>;

/**
 * The parts that still stand in the way of a confirmation: without an answer, or changed and nothing declared. The
 * applicant updates every fact when they renew (R441-2-7).
 * @param declared kinds of the proposals made since the renewal opened, and not withdrawn
 */
export function unsettledSections(answers: Answers, declared: readonly ProposalKind[]): Section[] {
	const said = new Set(declared.flatMap((kind) => sectionOf(kind) ?? []));
	return SECTIONS.filter(
		(section) =>
			answers[section] !== 'same' && !(answers[section] === 'changed' && said.has(section))
	);
}

/** The part a change belongs to; a correction belongs to none, since nothing has changed. */
export function sectionOf(kind: ProposalKind): Section | null {
	return kind === 'rectification' ? null : CHANGE_RULES[kind].section;
}
