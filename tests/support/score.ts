import type { ScoreFacts, ScorePerson } from '../../src/lib/domain/score/facts.ts';
import type { Criterion } from '../../src/lib/domain/score/grid.ts';

/** The day of these scores. */
export const ON = Temporal.PlainDate.from('2026-11-23');

export const person = (more: Partial<ScorePerson> = {}): ScorePerson => ({
	role: 'applicant',
	birthDate: '1988-05-12',
	contract: 'CDI',
	livesHere: true,
	worksHere: false,
	...more
});
export const child = (birthDate: string | null) =>
	person({ role: 'dependant', birthDate, contract: null, livesHere: false });
export const facts = (more: Partial<ScoreFacts> = {}): ScoreFacts => ({
	filedOn: '2025-03-17',
	people: [person()],
	unborn: 0,
	motives: [],
	housing: null,
	rentCents: null,
	monthlyCents: null,
	recognitions: [],
	refusals: [],
	...more
});
export const criterion = (code: string, more: Partial<Criterion> = {}): Criterion => ({
	code,
	fact: 'lives_here',
	codes: [],
	from: 1,
	every: 1,
	perUnit: false,
	points: 10,
	most: null,
	group: null,
	proofs: [],
	label: { fr: code },
	explanation: { fr: code },
	source: '',
	confirmed: false,
	...more
});
