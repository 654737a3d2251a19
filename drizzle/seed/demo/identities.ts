import type { Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import type { SneAdult, SneRequest } from '../../../src/lib/domain/applications/sne-request.ts';
import { issueActivationCode } from '../../../src/lib/server/accounts/issue-activation-code.ts';
import { activate } from './accounts.ts';
import { moment, SEED, within } from './moments.ts';
import { mobile } from './names.ts';
import { adult } from './people.ts';
import { renewalDays, type DatedStep } from './plan-life.ts';
import { playLife, type DemoRequest } from './play-life.ts';
import { seededRandom } from './random.ts';
import { fileOf } from './requests.ts';
import type { DemoStaff } from './staff.ts';

/** The people whose numbers are printed when the demonstration starts. Their numbers say the month they filed. */
export const AMINA = '006032500012306A01';
const PAUL = '006122500004506B02';
const MARIA = '006112600000906C03';
const MARIA_CODE = '4827 1593 7046 2815';

/** Room enough before the end of validity that the renewal is not what the screen speaks of first. */
const QUIET_DAYS = 90;

const day = (text: string) => Temporal.PlainDate.from(text);
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
	Temporal.PlainDate.compare(a, b) > 0 ? a : b;
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (later(a, b) === a ? b : a);

/** Amina Haddad: two children, lives in Antibes, request in progress, papers missing, no appointment. */
export async function seedAmina(
	staff: DemoStaff,
	today: Temporal.PlainDate
): Promise<{ request: DemoRequest; applicant: Applicant }> {
	const filedOn = day('2025-03-17');
	const dependants = [
		{
			lastName: 'Haddad',
			firstName: 'Lina',
			birthDate: '2015-06-21',
			sex: 'F',
			kinship: 'E'
		} as const,
		{
			lastName: 'Haddad',
			firstName: 'Sami',
			birthDate: '2019-10-04',
			sex: 'M',
			kinship: 'E'
		} as const
	];
	const file = identity(
		AMINA,
		filedOn,
		'06004',
		{ firstName: 'Amina', lastName: 'Haddad', civility: '2', birthDate: '1988-05-12' },
		dependants
	);
	const days = renewalDays(filedOn, today, 12);
	const last = days.at(-1) ?? filedOn;
	const isQuiet = today.until(last.add({ years: 1 }), { largestUnit: 'days' }).days >= QUIET_DAYS;
	if (!isQuiet) days.push(later(today.subtract({ days: 8 }), last.add({ days: 1 })));
	const request = await playLife(file, renewed(days), staff.head);
	return { request, applicant: await activate(request, AMINA) };
}

/** Paul Giordano: the last day of his request is in twenty days. */
export async function seedPaul(staff: DemoStaff, today: Temporal.PlainDate): Promise<Applicant> {
	const start = today.add({ days: 20 }).subtract({ years: 1 });
	const filedOn = earlier(start, day('2025-12-31'));
	const file = identity(
		PAUL,
		filedOn,
		'06004',
		{ firstName: 'Paul', lastName: 'Giordano', civility: '1', birthDate: '1961-09-30' },
		[]
	);
	const days = renewalDays(filedOn, start, 12).filter(
		(on) => Temporal.PlainDate.compare(on, start) < 0
	);
	if (later(start, filedOn) !== filedOn) days.push(start);
	const notice: DatedStep = {
		kind: 'renewal_notice_sent',
		by: 'sne',
		on: today.subtract({ days: 15 })
	};
	const request = await playLife(file, [...renewed(days), notice], staff.head);
	return activate(request, PAUL);
}

/** Maria Pereira: registered in November 2026, and the letter with her code is on the table. */
export async function seedMaria(staff: DemoStaff, today: Temporal.PlainDate): Promise<void> {
	const filedOn = earlier(today.subtract({ days: 9 }), day('2026-11-27'));
	const file = identity(
		MARIA,
		filedOn,
		'06152',
		{
			firstName: 'Maria',
			lastName: 'Pereira',
			civility: '2',
			birthDate: '1994-02-08',
			nationality: '2'
		},
		[]
	);
	const { applicationId } = await playLife(
		file,
		renewed(renewalDays(filedOn, today, 12)),
		staff.head
	);
	// Handed over yesterday: a code is good for thirty days, whatever the day the demonstration is seen.
	await within(SEED, moment(today.subtract({ days: 1 }), '11:00'), (tx) =>
		issueActivationCode(tx, SEED, { applicationId, code: MARIA_CODE })
	);
}

function renewed(days: readonly Temporal.PlainDate[]): DatedStep[] {
	return days.map((on) => ({ kind: 'renewed', by: 'sne', on }));
}

function identity(
	number: string,
	on: Temporal.PlainDate,
	insee: string,
	who: Partial<SneAdult> & { lastName: string; firstName: string },
	dependants: SneRequest['dependants']
): SneRequest {
	// Each their own die, so that a change to the others leaves these three as they are.
	const rank = Number(number.slice(7, 13));
	const random = seededRandom(rank);
	const drawn = adult({ random, rank, insee, on }, 'F', who.lastName, 'C');
	const email = `${who.firstName}.${who.lastName}@demo.test`.toLowerCase();
	const known = {
		nationality: '1',
		birthName: null,
		email,
		mobile: mobile(rank),
		familySituation: dependants.length > 0 ? 'D' : 'C'
	} as const;
	const work = {
		profession: 'Employé de bureau',
		contract: 'CDI',
		employer: 'Entreprise fictive',
		abroad: false,
		postcode: '06600',
		communeCode: '06004'
	} as const;
	const applicant: SneAdult = {
		...drawn,
		...known,
		work,
		resourcesReceived: [{ code: 'SAL', amountCents: 158_000 }],
		...who
	};
	return fileOf({
		number,
		on,
		insee,
		random,
		applicant,
		coapplicants: [],
		dependants: [...dependants]
	});
}
