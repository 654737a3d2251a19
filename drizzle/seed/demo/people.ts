import type {
	SneAdult,
	SneCoapplicant,
	SneDependant
} from '../../../src/lib/domain/applications/sne-request.ts';
import { communes } from '../reference/communes.ts';
import { email, familyName, firstName, mobile, street, type Sex } from './names.ts';
import type { Random } from './random.ts';

export type PersonSeed = {
	random: Random;
	/** One a person: telephone and e-mail come from it. */
	rank: number;
	/** INSEE code of the commune they live in. */
	insee: string;
	/** Day of the filing: ages and tax years follow from it. */
	on: Temporal.PlainDate;
};

const WORK = [
	{ profession: 'Aide à domicile', contract: 'CDI', resource: 'SAL', from: 1_200, to: 1_650 },
	{ profession: 'Agent d’entretien', contract: 'CDI', resource: 'SAL', from: 1_150, to: 1_500 },
	{ profession: 'Cuisinier', contract: 'CDD', resource: 'SAL', from: 1_400, to: 1_900 },
	{ profession: 'Technicien', contract: 'CDI', resource: 'SAL', from: 1_700, to: 2_300 },
	{ profession: 'Vendeur', contract: 'CDI', resource: 'SAL', from: 1_250, to: 1_600 },
	{ profession: 'Étudiant', contract: 'ETU', resource: 'BE', from: 250, to: 560 },
	{ profession: 'Retraité', contract: 'RET', resource: 'RET', from: 900, to: 1_500 },
	{ profession: 'Sans emploi', contract: 'CHO', resource: 'CHO', from: 700, to: 1_200 }
] as const;

/** Somebody who signs the request, alone or first. */
export function adult(
	seed: PersonSeed,
	sex: Sex,
	lastName: string,
	situation: SneAdult['familySituation']
): SneAdult {
	const { random, rank, insee, on } = seed;
	const first = firstName(random, sex);
	const work = random.pick(WORK);
	const monthly = random.between(work.from, work.to);
	const age =
		work.contract === 'RET'
			? random.between(63, 79)
			: work.contract === 'ETU'
				? random.between(19, 25)
				: random.between(24, 60);
	return {
		civility: sex === 'M' ? '1' : '2',
		lastName,
		birthName: random.chance(20) ? familyName(random) : null,
		firstName: first,
		birthDate: birthday(random, on, age),
		nationality: random.chance(78) ? '1' : random.chance(40) ? '2' : '3',
		familySituation: situation,
		mobile: mobile(rank),
		email: random.chance(80) ? email(first, lastName, rank) : null,
		address: addressIn(random, insee),
		work: {
			profession: work.profession,
			contract: work.contract,
			employer: work.resource === 'SAL' ? 'Entreprise fictive' : null,
			abroad: false,
			postcode: null,
			communeCode:
				work.resource === 'SAL' ? random.pick(['06004', '06152', '06155', '06018']) : null
		},
		taxIncomes: [1, 2].map((back) => ({
			year: on.year - back,
			amountCents: Math.round(monthly * random.between(10, 12)) * 100
		})),
		resourcesReceived: [{ code: work.resource, amountCents: monthly * 100 }],
		resourcesPaid: random.chance(6)
			? [{ code: 'PAV', amountCents: random.between(8, 20) * 1_000 }]
			: []
	};
}

/** A second holder of the lease: lives at the same place, and is reached through the first. */
export function partner(
	seed: PersonSeed,
	sex: Sex,
	lastName: string,
	link: SneCoapplicant['link']
): SneCoapplicant {
	const situation = link === 'M' ? 'M' : link === 'P' ? 'P' : 'U';
	return {
		...adult(seed, sex, lastName, situation),
		mobile: null,
		email: null,
		address: null,
		link
	};
}

export function child({ random, on }: PersonSeed, lastName: string): SneDependant {
	const sex = random.pick(['M', 'F'] as const);
	const birthDate = birthday(random, on, random.between(0, 16));
	return { lastName, firstName: firstName(random, sex), birthDate, sex, kinship: 'E' };
}

function birthday(random: Random, on: Temporal.PlainDate, age: number): string {
	return on.subtract({ years: age, days: random.between(1, 364) }).toString();
}

function addressIn(random: Random, insee: string): SneAdult['address'] {
	const postcode = communes.find((one) => one.insee === insee)?.postcodes[0] ?? null;
	return {
		abroad: false,
		number: String(random.between(1, 90)),
		street: street(random),
		postcode,
		communeCode: insee
	};
}
