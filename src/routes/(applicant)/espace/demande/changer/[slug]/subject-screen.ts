import { CHANGE_RULES, type ChangeKind } from '$lib/domain/changes/kinds.ts';
import { isOpen } from '$lib/domain/changes/states.ts';
import type { RegisteredFacts } from '$lib/server/applications/registered-facts.ts';
import type { proposalsOf } from '$lib/server/changes/queries.ts';
import { NEW_PEOPLE, subjectsOf } from '$lib/server/changes/subject.ts';
import { nameOf } from '../../facts-screen.ts';

type Proposals = Awaited<ReturnType<typeof proposalsOf>>;

/** In an address: the one who separates never had the other on the request. */
export const NOBODY = 'aucune';

export type SubjectScreen =
	| { step: 'who'; people: { id: string; name: string; isYou: boolean }[]; mayBeNobody: boolean }
	| {
			step: 'form';
			subject: string;
			name: string | null;
			another: string | null;
			/** What an address says to come back to this very form. */
			query: Record<string, string>;
	  };

/**
 * Whom the form is about: asked first where there is a choice, known otherwise.
 * @param asked what the address says: `personne`, or `place` among the people who are new
 */
export function subjectScreen(
	facts: RegisteredFacts,
	proposals: Proposals,
	kind: ChangeKind,
	asked: { personne: string | null; place: string | null }
): SubjectScreen {
	const rule = CHANGE_RULES[kind];
	if (rule.subject === 'request') return form('', {});
	if (rule.subject === 'new') return newPerson(proposals, kind, asked.place);
	const people = subjectsOf(facts, rule.subject);
	const mayBeNobody = rule.subject === 'coapplicant';
	const chosen = people.find(({ id }) => id === asked.personne);
	if (chosen) return form(chosen.id, { personne: chosen.id }, nameOf(chosen));
	if (mayBeNobody && (asked.personne === NOBODY || people.length === 0))
		return form('', { personne: NOBODY });
	const [only] = people;
	if (only && people.length === 1 && rule.subject === 'adult')
		return form(only.id, { personne: only.id }, nameOf(only));
	const named = people.map((person) => ({
		id: person.id,
		name: nameOf(person),
		isYou: person.role === 'applicant'
	}));
	return { step: 'who', people: named, mayBeNobody };
}

/** The one under way is shown again; somebody else takes the next free place. */
function newPerson(proposals: Proposals, kind: ChangeKind, place: string | null): SubjectScreen {
	const taken = proposals
		.filter((line) => line.kind === kind && isOpen(line.state))
		.map(({ subject }) => subject);
	const places = Array.from({ length: NEW_PEOPLE }, (_, index) => String(index + 1));
	const free = places.find((each) => !taken.includes(each)) ?? null;
	const subject = place && places.includes(place) ? place : (taken.at(-1) ?? free ?? '1');
	return form(subject, { place: subject }, null, taken.includes(subject) ? free : null);
}

function form(
	subject: string,
	query: Record<string, string>,
	name: string | null = null,
	another: string | null = null
) {
	return { step: 'form', subject, query, name, another } as const;
}
