import type { HousingType, RequestMotive } from '../../../src/lib/domain/applications/codes.ts';
import type {
	SneCoapplicant,
	SneDependant,
	SneRequest
} from '../../../src/lib/domain/applications/sne-request.ts';
import { familyName, type Sex } from './names.ts';
import { adult, child, partner, type PersonSeed } from './people.ts';
import type { Random } from './random.ts';

/** Where people live and look: a place in the list for each share of the demand we imagine. Not figures. */
const COMMUNES = [
	...Array<string>(10).fill('06004'),
	...Array<string>(3).fill('06155'),
	...Array<string>(3).fill('06152'),
	...Array<string>(2).fill('06161'),
	...Array<string>(2).fill('06018'),
	...['06044', '06105', '06148', '06112', '06128', '06089', '06038', '06010']
];
const MOTIVES: readonly RequestMotive[] = [
	'01',
	'03',
	'04',
	'09',
	'11',
	'12',
	'13',
	'13',
	'08',
	'19',
	'10',
	'17'
];
const HOMES = ['LP', 'LP', 'LP', 'CP', 'CPE', 'HLM', 'HOT', 'LTG', 'SLHT'] as const;
const TYPES: readonly HousingType[] = ['T1', 'T2', 'T3', 'T4', 'T5'];

/** One number a fictional request: the shape of the real ones, and a counter code that no counter has. */
export function fictionalNumber(filedOn: Temporal.PlainDate, rank: number): string {
	const month = String(filedOn.month).padStart(2, '0');
	const year = String(filedOn.year % 100).padStart(2, '0');
	return `006${month}${year}${String(900_000 + rank)}06DEM`;
}

/** A fictional request filed that day: alone, alone with children, as a couple, as a family. */
export function fictionalRequest(random: Random, rank: number, on: Temporal.PlainDate): SneRequest {
	const insee = random.pick(COMMUNES);
	const seed: PersonSeed = { random, rank, insee, on };
	const sex: Sex = random.pick(['F', 'M', 'F']);
	const lastName = familyName(random);
	const together = random.chance(38);
	const link = random.pick(['M', 'P', 'C'] as const);
	const children = random.chance(together ? 70 : 42) ? random.between(1, 3) : 0;
	const situation = together
		? link === 'C'
			? 'U'
			: link
		: random.pick(['C', 'C', 'D', 'S', 'V'] as const);
	return fileOf({
		number: fictionalNumber(on, rank),
		on,
		insee,
		random,
		applicant: adult(seed, sex, lastName, situation),
		coapplicants: together
			? [
					partner(
						seed,
						sex === 'F' ? 'M' : 'F',
						random.chance(60) ? lastName : familyName(random),
						link
					)
				]
			: [],
		dependants: Array.from({ length: children }, () => child(seed, lastName)),
		expecting: together && random.chance(8)
	});
}

export type FileParts = {
	number: string;
	on: Temporal.PlainDate;
	insee: string;
	random: Random;
	applicant: SneRequest['applicant'];
	coapplicants: SneCoapplicant[];
	dependants: SneDependant[];
	expecting?: boolean;
};

/** The request around a household: present home, wishes and motives that fit its size. */
export function fileOf({ number, on, insee, random, ...household }: FileParts): SneRequest {
	const { applicant, coapplicants, dependants, expecting } = household;
	const size = 1 + coapplicants.length + dependants.length;
	const wantedType = TYPES[Math.min(size, 4)] ?? 'T2';
	const others = [random.pick(COMMUNES), random.pick(COMMUNES)].filter(() => random.chance(60));
	return {
		header: { interfaceVersion: '02.01', fileType: 'CRE', fileDate: on.toString() },
		uniqueNumber: number,
		counterCode: 'GDEMO',
		createdOn: on.toString(),
		applicant,
		coapplicants,
		dependants,
		inCustody: [],
		unborn: expecting
			? { count: 1, dueOn: on.add({ days: random.between(60, 200) }).toString() }
			: null,
		currentHousing: {
			models: [random.pick(HOMES)],
			monthlyRentCents: random.between(450, 1_150) * 100,
			occupants: size,
			category: 'A',
			type: TYPES[random.between(0, Math.min(size, 3))] ?? 'T1',
			surface: random.between(16, 30) + 9 * size,
			owner: false
		},
		wanted: {
			category: null,
			types:
				size > 1 && random.chance(40)
					? [wantedType, TYPES[Math.min(size - 1, 4)] ?? 'T2']
					: [wantedType],
			communes: [...new Set([insee, ...others])],
			enlarged: random.chance(45)
		},
		motives: [...new Set([random.pick(MOTIVES), random.pick(MOTIVES)])],
		leftOut: []
	};
}
