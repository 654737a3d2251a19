import { dateInWords, eurosInWords } from '$lib/domain/words.ts';
import type { RegisteredFacts } from '$lib/server/applications/registered-facts.ts';

type Person = RegisteredFacts['household'][number];

/** The facts of the request as the screen shows them: codes stay codes (the page words them), days are in words. */
export function factsScreen(facts: RegisteredFacts, locale: string) {
	const { application, housing } = facts;
	const day = (date: Temporal.PlainDate | null) => (date ? dateInWords(date, locale) : null);
	const said = (row: { origin: Person['origin']; statedOn: Temporal.PlainDate }) => ({
		origin: row.origin,
		on: dateInWords(row.statedOn, locale)
	});
	return {
		uniqueNumber: application.uniqueNumber,
		filedOn: day(application.filedOn),
		renewedOn: day(application.renewedOn),
		validUntil: day(application.validUntil),
		enlargedSearch: application.enlargedSearch,
		said: said(application),
		household: facts.household.map((person) => ({
			id: person.id,
			role: person.role,
			name: [person.firstName, person.lastName].filter(Boolean).join(' '),
			birthDate: day(person.birthDate),
			expectedOn: day(person.expectedOn),
			familySituation: person.familySituation,
			address: [person.addressLine, person.postcode].filter(Boolean).join(', ') || null,
			phone: person.phone,
			email: person.email,
			contract: person.contract,
			profession: person.profession,
			said: said(person),
			...moneyOf(facts, person.id, locale)
		})),
		current: housing.current && {
			model: housing.current.model,
			rent:
				housing.current.rentCents === null ? null : eurosInWords(housing.current.rentCents, locale),
			occupants: housing.current.occupants,
			surface: housing.current.surfaceM2,
			said: said(housing.current)
		},
		types: housing.types.map((wanted) => wanted.type),
		communes: housing.communes,
		motives: housing.motives.map((motive) => motive.code)
	};
}

function moneyOf(facts: RegisteredFacts, personId: string, locale: string) {
	return {
		incomes: facts.incomes
			.filter((income) => income.personId === personId)
			.map((income) => ({
				year: income.year,
				amount: eurosInWords(income.amountEuros * 100, locale)
			})),
		resources: facts.resources
			.filter((resource) => resource.personId === personId)
			.map((resource) => ({
				code: resource.code,
				direction: resource.direction,
				amount: resource.monthlyCents === null ? null : eurosInWords(resource.monthlyCents, locale)
			}))
	};
}
