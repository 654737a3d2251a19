import { seededRandom } from './random.ts';
import type { Step } from './lives.ts';
import type { DatedStep } from './plan-life.ts';
import { playLife, type DemoRequest } from './play-life.ts';
import { fictionalRequest } from './requests.ts';
import type { DemoStaff } from './staff.ts';

type Character = {
	/** Six figures of the number, so that a test finds the person whatever the month. */
	serial: number;
	/** How many days ago the request was filed. */
	filed: number;
	/** What happened, oldest first, each with how many days ago. */
	steps: readonly (readonly [...Step, number])[];
	/** Signs with somebody. */
	couple?: true;
};

const COMMISSION = [
	['instruction_started', 'landlord', 100],
	['positioned', 'service', 80],
	['sent_to_commission', 'landlord', 70]
] as const;
const OFFERED = (ago: number) =>
	[...COMMISSION, ['decided_granted', 'landlord', 50], ['offer_sent', 'landlord', ago]] as const;

/**
 * One fictional person for each situation that the screens must tell well. The lives of the crowd are drawn; these
 * stand still, counted back from today.
 */
// One line a person, so that the table can be read as a table.
// prettier-ignore
export const CHARACTERS = {
	registered: { serial: 900_801, filed: 5, steps: [] },
	papers: { serial: 900_802, filed: 60, steps: [['papers_requested', 'service', 20]] },
	positioned: { serial: 900_803, filed: 200, steps: [['instruction_started', 'landlord', 30], ['positioned', 'service', 12]] },
	ranked: { serial: 900_804, filed: 220, steps: [...COMMISSION, ['decided_ranked', 'landlord', 15]] },
	conditional: { serial: 900_805, filed: 220, steps: [...COMMISSION, ['decided_conditional', 'landlord', 10]] },
	not_granted: { serial: 900_822, filed: 220, steps: [...COMMISSION, ['decided_not_granted', 'landlord', 15]] },
	offer: { serial: 900_806, filed: 220, steps: OFFERED(6) },
	refused: { serial: 900_807, filed: 220, steps: [...OFFERED(25), ['offer_refused', 'landlord', 12]] },
	housed: { serial: 900_808, filed: 220, steps: [...OFFERED(25), ['offer_accepted', 'landlord', 20], ['struck_off_housed', 'landlord', 8]] },
	renounced: { serial: 900_809, filed: 220, steps: [['struck_off_renounced', 'service', 10]] },
	no_contact: { serial: 900_810, filed: 220, steps: [['warned_no_contact', 'service', 50], ['struck_off_no_contact', 'sne', 10]] },
	inadmissible: { serial: 900_811, filed: 220, steps: [...COMMISSION, ['decided_inadmissible', 'landlord', 65], ['warned_inadmissible', 'landlord', 60], ['struck_off_inadmissible', 'landlord', 20]] },
	not_renewed: { serial: 900_812, filed: 400, steps: [['renewal_notice_sent', 'sne', 70], ['struck_off_not_renewed', 'sne', 20]] },
	renew: { serial: 900_813, filed: 340, steps: [['renewal_notice_sent', 'sne', 3]] },
	dalo: { serial: 900_814, filed: 300, steps: [['priority_flagged', 'service', 45], ['dalo_recognised', 'sne', 40]] },
	offer_dalo: { serial: 900_823, filed: 320, steps: [['dalo_recognised', 'sne', 120], ...OFFERED(4)] },
	separating: { serial: 900_815, filed: 120, steps: [], couple: true },
	offer_phone: { serial: 900_817, filed: 220, steps: OFFERED(6) },
	offer_plain: { serial: 900_818, filed: 220, steps: OFFERED(6) },
	helped: { serial: 900_819, filed: 90, steps: [] },
	helped_phone: { serial: 900_820, filed: 90, steps: [] },
	helped_plain: { serial: 900_821, filed: 90, steps: [] },
	warned: { serial: 900_816, filed: 220, steps: [['warned_no_contact', 'service', 10]] }
} as const satisfies Record<string, Character>;

export type CharacterName = keyof typeof CHARACTERS;

/** Their requests, each lived through the use cases. */
export async function seedCharacters(
	staff: DemoStaff,
	today: Temporal.PlainDate
): Promise<DemoRequest[]> {
	const requests: DemoRequest[] = [];
	for (const character of Object.values<Character>(CHARACTERS)) {
		const steps = character.steps.map(([kind, by, ago]): DatedStep => {
			return { kind, by, on: today.subtract({ days: ago }) };
		});
		requests.push(await playLife(fileOf(character, today), steps, staff.head));
	}
	return requests;
}

/** Drawn again until the household is of the size that the situation needs. */
function fileOf({ serial, filed, couple }: Character, today: Temporal.PlainDate) {
	const filedOn = today.subtract({ days: filed });
	for (let die = serial; ; die += 1_000) {
		const file = fictionalRequest(seededRandom(die), serial - 900_000, filedOn);
		if (file.coapplicants.length > 0 === (couple ?? false)) return file;
	}
}
