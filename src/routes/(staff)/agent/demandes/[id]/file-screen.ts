import { eventFacts } from '$lib/components/event-words.ts';
import { isCorrectable, mistakes } from '$lib/domain/applications/standing-events.ts';
import { localised } from '$lib/domain/localised.ts';
import { dateInWords, dayInWords, eurosInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import type { ApplicationFile } from '$lib/server/applications/view-application.ts';
import { momentInWords } from '../../../../(applicant)/espace/messages/thread-screen.ts';
import { duplicatesScreen } from '../../duplicates-screen.ts';

type Person = ApplicationFile['household'][number];
type Stated = Pick<Person, 'origin' | 'statedOn'>;

/** The file of a request as an agent reads it: days and amounts in words, codes as codes (the page words them). */
export function fileScreen(file: ApplicationFile, locale: string) {
	const { application, housing, validity, reception } = file;
	const day = (date: Temporal.PlainDate | null) => (date ? dateInWords(date, locale) : null);
	return {
		id: application.id,
		uniqueNumber: application.uniqueNumber,
		state: application.state,
		registeringCode: application.registeringCode,
		filedOn: day(application.filedOn),
		renewedOn: day(application.renewedOn),
		validUntil: day(validity.validUntil),
		daysLeft: validity.daysLeft,
		phase: validity.phase,
		enlargedSearch: application.enlargedSearch,
		said: said(application, locale),
		reception: {
			receivedOn: day(file.receivedOn),
			dueOn: day(reception.dueOn),
			daysLeft: reception.daysLeft,
			months: reception.months,
			isConfirmed: reception.isConfirmed
		},
		household: file.household.map((person) => personScreen(file, person, locale)),
		current: housing.current && {
			model: housing.current.model,
			category: housing.current.category,
			type: housing.current.type,
			rent:
				housing.current.rentCents === null ? null : eurosInWords(housing.current.rentCents, locale),
			occupants: housing.current.occupants,
			surface: housing.current.surfaceM2,
			said: said(housing.current, locale)
		},
		wanted: {
			types: housing.types.map((wanted) => wanted.type),
			said: housing.types[0] ? said(housing.types[0], locale) : null,
			communes: housing.communes,
			motives: housing.motives.map((motive) => motive.code)
		},
		events: eventsScreen(file, locale),
		appointments: file.appointments.map((row) => appointmentScreen(row, locale)),
		exchange: {
			...file.exchange,
			since: file.exchange.since && momentInWords(file.exchange.since, locale)
		},
		...papersScreen(file, locale),
		proofs: file.proofs,
		duplicates: duplicatesScreen(file.duplicates, locale),
		account: file.account && { isActive: file.account.activatedAt !== null }
	};
}

export type FileScreen = ReturnType<typeof fileScreen>;

function eventsScreen({ events }: ApplicationFile, locale: string) {
	const wrong = mistakes(events);
	return events.map((event) => {
		const correction = wrong.get(event.id);
		return {
			id: event.id,
			kind: event.kind,
			origin: event.origin,
			author: event.author,
			day: dateInWords(event.occurredOn, locale),
			datetime: event.occurredOn.toString(),
			facts: eventFacts(event.kind, event.detail, locale),
			mayCorrect: isCorrectable(event) && !correction,
			mistake: correction
				? {
						day: dateInWords(correction.occurredOn, locale),
						by: correction.author,
						motive: String(correction.detail['motive'] ?? '')
					}
				: null
		};
	});
}

function said({ origin, statedOn }: Stated, locale: string) {
	return { origin, on: dateInWords(statedOn, locale) };
}

const nameOf = (person: Person) =>
	[person.lastName?.toLocaleUpperCase('fr'), person.firstName].filter(Boolean).join(' ');

function personScreen(file: ApplicationFile, person: Person, locale: string) {
	const mine = (row: { personId: string }) => row.personId === person.id;
	const { birthDate, expectedOn, addressLine, postcode } = person;
	return {
		id: person.id,
		role: person.role,
		name: nameOf(person),
		birthName: person.birthName !== person.lastName ? person.birthName : null,
		birthDate: birthDate && dateInWords(birthDate, locale),
		expectedOn: expectedOn && dateInWords(expectedOn, locale),
		expectedCount: person.expectedCount,
		nationality: person.nationality,
		familySituation: person.familySituation,
		link: person.linkToApplicant,
		kinship: person.kinship,
		custody: person.custody,
		address: [addressLine, postcode].filter(Boolean).join(', ') || null,
		phone: person.phone,
		email: person.email,
		contract: person.contract,
		profession: person.profession,
		employer: person.employer,
		said: said(person, locale),
		incomes: file.incomes.filter(mine).map((row) => ({
			year: row.year,
			amount: eurosInWords(row.amountEuros * 100, locale),
			said: said(row, locale)
		})),
		resources: file.resources.filter(mine).map((row) => ({
			code: row.code,
			direction: row.direction,
			amount: row.monthlyCents === null ? null : eurosInWords(row.monthlyCents, locale),
			said: said(row, locale)
		}))
	};
}

export type PersonScreen = ReturnType<typeof personScreen>;

function appointmentScreen(row: ApplicationFile['appointments'][number], locale: string) {
	const { day, time } = inParis(row.startsAt);
	return {
		id: row.id,
		state: row.state,
		when: dayInWords(day, locale),
		hour: hourInWords(time, locale),
		day: day.toString(),
		datetime: row.startsAt.toString(),
		motive: localised(row.motive, locale),
		counter: row.counter,
		counterSlug: row.counterSlug
	};
}

function papersScreen({ papers }: ApplicationFile, locale: string) {
	const names = new Map(papers.household.map((person) => [person.id, nameOf(person)]));
	const name = (id: string | null) => (id ? (names.get(id) ?? null) : null);
	return {
		sent: papers.sent.map((paper) => ({
			id: paper.id,
			category: paper.category,
			state: paper.state,
			person: name(paper.personId),
			receivedOn: dateInWords(inParis(paper.receivedAt).day, locale)
		})),
		missing: papers.expected
			.filter(({ state }) => state === 'missing' || state === 'to_resend')
			.map(({ need, acceptable, state, personId }) => ({
				need,
				category: acceptable[0] ?? null,
				state,
				person: name(personId)
			}))
	};
}
