import type { KeptDetail } from '../../../src/lib/domain/applications/event-details.ts';
import type { EventKind } from '../../../src/lib/domain/applications/event-kinds.ts';
import type { SneRequest } from '../../../src/lib/domain/applications/sne-request.ts';
import { communes } from '../reference/communes.ts';
import type { DatedStep } from './plan-life.ts';

/** A landlord that does not exist, named so that nobody takes it for one of ours. */
export const LANDLORD = 'Bailleur des Restanques (fictif)';
export const SERVICE = 'Service logement communautaire';

/** Days an offer of the demonstration leaves: more than the ten of R441-10, as letters take a while. */
const REPLY_DAYS = 14;
const CONDITION_DAYS = 45;

const STREETS = ['3 allée des Micocouliers', '12 rue des Restanques', '7 chemin du Belvédère'];
const NOT_GRANTED = [
	'Le logement est trop petit pour votre foyer.',
	'Un autre foyer attendait depuis plus longtemps avec la même situation.',
	'Le loyer dépasse ce que vos ressources permettent.'
];
const CONDITIONS = [
	'Fournir le jugement de divorce.',
	'Remettre le dernier avis d’imposition de chaque adulte.'
];

type Told = { file: SneRequest; step: DatedStep; earlier: readonly DatedStep[] };

/** What an event of a fictional life states; which of the choices follows from the request's number. */
export function detailOf(told: Told): KeptDetail {
	return DETAILS[told.step.kind]?.(told) ?? {};
}

const rankOf = ({ file }: Told) => Number((file.uniqueNumber ?? '').slice(7, 13));
const chosen = (told: Told, texts: readonly string[]) => texts[rankOf(told) % texts.length] ?? '';
const after = ({ step }: Told, days: number) => step.on.add({ days }).toString();

function home({ file }: Told) {
	const insee = file.wanted.communes[0] ?? '';
	return {
		commune: communes.find((one) => one.insee === insee)?.name ?? 'Antibes',
		housingType: file.wanted.types[0] ?? 'T2'
	};
}

/** The day of the letter that a striking off needs; the life says when it left. */
function warnedOn({ step, earlier }: Told): string {
	const letter = earlier.findLast(({ kind }) => kind.startsWith('warned_'));
	return (letter?.on ?? step.on.subtract({ months: 1 })).toString();
}

const DETAILS: Partial<Record<EventKind, (told: Told) => KeptDetail>> = {
	priority_flagged: () => ({ group: 'badly_housed' }),
	dalo_recognised: ({ step }) => ({ decidedOn: step.on.toString() }),
	papers_requested: () => ({ which: 'Le dernier avis d’imposition de chaque adulte.' }),
	instruction_started: (told) => ({ landlord: LANDLORD, ...home(told) }),
	positioned: (told) => ({ landlord: LANDLORD, contingent: 'COLTER', ...home(told) }),
	sent_to_commission: (told) => ({ landlord: LANDLORD, meetsOn: after(told, 10), ...home(told) }),
	decided_granted: (told) => ({ landlord: LANDLORD, ...home(told) }),
	decided_ranked: (told) => ({ landlord: LANDLORD, rank: 2 + (rankOf(told) % 2), ...home(told) }),
	decided_conditional: (told) => ({
		landlord: LANDLORD,
		condition: chosen(told, CONDITIONS),
		metBefore: after(told, CONDITION_DAYS),
		...home(told)
	}),
	decided_not_granted: (told) => ({
		landlord: LANDLORD,
		motive: chosen(told, NOT_GRANTED),
		...home(told)
	}),
	decided_inadmissible: () => ({
		landlord: LANDLORD,
		cause: 'IRRRES',
		motive: 'Les revenus du foyer dépassent le plafond de ce logement.'
	}),
	offer_sent: (told) => ({
		landlord: LANDLORD,
		...home(told),
		address: chosen(told, STREETS),
		floor: rankOf(told) % 4,
		surface: 38 + (rankOf(told) % 40),
		rent: 39_000 + (rankOf(told) % 25) * 1_000,
		charges: 8_500,
		replyBefore: after(told, REPLY_DAYS),
		dalo: told.earlier.some(({ kind }) => kind === 'dalo_recognised')
	}),
	offer_refused: () => ({ landlord: LANDLORD, reason: 'place' }),
	offer_accepted: () => ({ landlord: LANDLORD }),
	warned_no_contact: () => ({
		sentBy: SERVICE,
		sentAs: 'registered_letter',
		about: 'Dites-nous si vous cherchez toujours un logement.'
	}),
	warned_inadmissible: () => ({
		sentBy: LANDLORD,
		sentAs: 'registered_letter',
		about: 'Les revenus du foyer dépassent le plafond. Vous pouvez répondre sous un mois.'
	}),
	struck_off_housed: ({ step }) => ({ body: LANDLORD, signedOn: step.on.toString() }),
	struck_off_renounced: ({ step }) => ({ body: SERVICE, writtenOn: step.on.toString() }),
	struck_off_no_contact: (told) => ({ body: SERVICE, warnedOn: warnedOn(told) }),
	struck_off_inadmissible: (told) => ({
		body: LANDLORD,
		warnedOn: warnedOn(told),
		motive: 'Les revenus du foyer dépassent le plafond, et aucun justificatif n’est venu.'
	}),
	struck_off_not_renewed: () => ({ body: 'Gestionnaire départemental du SNE' }),
	reinstated: () => ({ body: SERVICE, motive: 'Votre réponse était bien arrivée à temps.' })
};
