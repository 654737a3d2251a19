import type { SubjectKind } from '../../domain/changes/kinds.ts';
import { NotFound } from '../../domain/errors.ts';
import type { RegisteredFacts } from '../applications/registered-facts.ts';

type Member = RegisteredFacts['household'][number];

/** How many people may be announced at once. */
export const NEW_PEOPLE = 9;

/** Those a change of this kind may be about, in the order of the form. */
export function subjectsOf(facts: RegisteredFacts, kind: SubjectKind): Member[] {
	return facts.household.filter((member) => isSubject(member, kind));
}

/**
 * The person a change is about; null for the whole request, or somebody new.
 * @throws NotFound for a stranger, for somebody it cannot be about, and for a place in the queue that is none
 */
export function personOfSubject(
	facts: RegisteredFacts,
	kind: SubjectKind,
	subject: string
): string | null {
	if (kind === 'request' && subject === '') return null;
	if (kind === 'new' && /^[1-9]$/.test(subject) && Number(subject) <= NEW_PEOPLE) return null;
	// Somebody who separates may never have had the other on the request.
	if (kind === 'coapplicant' && subject === '') return null;
	const found = subjectsOf(facts, kind).find(({ id }) => id === subject);
	if (!found) throw new NotFound('person');
	return found.id;
}

function isSubject({ role }: Member, kind: SubjectKind): boolean {
	switch (kind) {
		case 'adult':
			return role === 'applicant' || role === 'coapplicant';
		case 'coapplicant':
			return role === 'coapplicant';
		case 'member':
			return role !== 'applicant' && role !== 'unborn';
		case 'new':
		case 'request':
			return false;
	}
}
