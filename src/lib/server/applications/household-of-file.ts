import type {
	SneAddress,
	SneAdult,
	SneRequest,
	SneResource,
	SneWork
} from '../../domain/applications/sne-request.ts';
import type { person, resource } from '../db/schema/applications.ts';

type PersonColumns = Omit<
	typeof person.$inferInsert,
	'id' | 'applicationId' | 'origin' | 'statedOn'
>;
type ResourceLine = Pick<typeof resource.$inferInsert, 'direction' | 'code' | 'monthlyCents'>;

/**
 * A person as a file describes them. A column left undefined is one that the file does not speak of: on an update,
 * what was known stays. An empty list of incomes or resources is the same.
 */
export type FilePerson = {
	columns: PersonColumns;
	incomes: { year: number; amountEuros: number }[];
	resources: ResourceLine[];
};

/** The household of a file, in the order of the form. */
export function householdOfFile(request: SneRequest): FilePerson[] {
	return [
		adult('applicant', 0, request.applicant),
		...request.coapplicants.map((person, position) => {
			const { columns, ...money } = adult('coapplicant', position, person);
			return { ...money, columns: { ...columns, linkToApplicant: said(person.link) } };
		}),
		...request.dependants.map(({ lastName, firstName, birthDate, sex, kinship }, position) =>
			withoutMoney({
				role: 'dependant',
				position,
				lastName: said(lastName),
				firstName: said(firstName),
				birthDate: day(birthDate),
				sex: said(sex),
				kinship: said(kinship)
			})
		),
		...request.inCustody.map(({ birthDate, sex, custody }, position) =>
			withoutMoney({
				role: 'in_custody',
				position,
				birthDate: day(birthDate),
				sex: said(sex),
				custody: said(custody)
			})
		),
		...unborn(request)
	];
}

function adult(role: 'applicant' | 'coapplicant', position: number, file: SneAdult): FilePerson {
	return {
		columns: {
			role,
			position,
			civility: said(file.civility),
			lastName: file.lastName,
			birthName: said(file.birthName),
			firstName: said(file.firstName),
			birthDate: day(file.birthDate),
			nationality: said(file.nationality),
			familySituation: said(file.familySituation),
			phone: said(file.mobile),
			email: said(file.email),
			...addressOf(file.address),
			...workOf(file.work)
		},
		incomes: incomesOf(file),
		resources: [
			...file.resourcesReceived.map((line) => resourceLine('received', line)),
			...file.resourcesPaid.map((line) => resourceLine('paid', line))
		]
	};
}

/** One block: a new street never stands beside the old postcode. */
function addressOf(address: SneAddress | null): Partial<PersonColumns> {
	if (!address) return {};
	const { number, street, postcode, communeCode } = address;
	const addressLine = [number, street].filter((part) => part !== null).join(' ') || null;
	return { addressLine, postcode, addressCommune: communeCode };
}

function workOf(work: SneWork | null): Partial<PersonColumns> {
	if (!work) return {};
	const { profession, contract, employer, postcode, communeCode } = work;
	return { profession, contract, employer, workPostcode: postcode, workCommune: communeCode };
}

/** In whole euros, as tax notices write them; a year without an amount says nothing, and a year counts once. */
function incomesOf({ taxIncomes }: SneAdult): FilePerson['incomes'] {
	const byYear = new Map<number, number>();
	for (const { year, amountCents } of taxIncomes) {
		if (amountCents !== null && !byYear.has(year)) byYear.set(year, Math.round(amountCents / 100));
	}
	return [...byYear].map(([year, amountEuros]) => ({ year, amountEuros }));
}

function resourceLine(
	direction: 'received' | 'paid',
	{ code, amountCents }: SneResource<string>
): ResourceLine {
	return { direction, code, monthlyCents: amountCents };
}

function unborn({ unborn: expected }: SneRequest): FilePerson[] {
	if (!expected) return [];
	const { count: expectedCount, dueOn } = expected;
	return [withoutMoney({ role: 'unborn', position: 0, expectedCount, expectedOn: day(dueOn) })];
}

function withoutMoney(columns: PersonColumns): FilePerson {
	return { columns, incomes: [], resources: [] };
}

function said<T>(value: T | null): T | undefined {
	return value ?? undefined;
}

function day(text: string | null): Temporal.PlainDate | undefined {
	return text === null ? undefined : Temporal.PlainDate.from(text);
}
