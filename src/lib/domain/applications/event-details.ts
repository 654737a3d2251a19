import * as v from 'valibot';
import { HOUSING_TYPES } from './codes.ts';
import { choice, day, euros, flag, line, mark, prose, whole } from './detail-fields.ts';
import type { EventKind } from './event-kinds.ts';

/** Who proposed the candidate (SNE's list of contingents). */
export const CONTINGENTS = ['COLTER', 'COLACT', 'PPRIOR', 'PFONCT', 'AUTRES', 'AUCUN'] as const;

/** Why a request may come first (L441-1, as far as the list is known to us; the law has been extended since). */
export const PRIORITY_GROUPS = [
	'disability',
	'badly_housed',
	'hosted',
	'back_to_work',
	'unfit_home',
	'violence',
	'leaving_prostitution',
	'trafficking',
	'minors_overcrowded',
	'other'
] as const;

/** Why a commission finds a request inadmissible (SNE's sub-motives of RADIRR, and what they leave open). */
export const INADMISSIBLE_CAUSES = ['IRRSEJ', 'IRRRES', 'other'] as const;

/** By what a warning before a striking off was sent (R441-2-8 c and d). */
export const PROOFS_OF_LETTER = ['registered_letter', 'other_proof'] as const;

export const REFUSAL_REASONS = [
	'place',
	'size',
	'price',
	'access',
	'state',
	'situation',
	'other'
] as const;

const landlord = line();
const optional = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(schema);

/** As much of a dwelling as a decision may name. */
const someDwelling = {
	commune: optional(line(60)),
	housingType: optional(choice('housing_type', HOUSING_TYPES))
};
/** A precise description (R441-2-17 6°). A house has no floor. */
const dwelling = {
	address: line(160),
	commune: line(60),
	housingType: choice('housing_type', HOUSING_TYPES),
	floor: optional(whole(-2, 60)),
	surface: whole(6, 400),
	rent: euros(),
	charges: euros()
};
const warning = {
	sentBy: line(),
	sentAs: choice('proof', PROOFS_OF_LETTER),
	about: prose()
};
const strickenBy = { body: line() };
const fromRegister = { fileType: optional(mark()) };

/**
 * What each event states, beside its day and its author. A field that the law wants told is required; the register
 * may be silent about it, a counter may not (see `checkDetail`).
 */
export const EVENT_DETAILS = {
	filed: fromRegister,
	registered: fromRegister,
	modified: {
		...fromRegister,
		what: optional(prose(3, 500)),
		proposalId: optional(mark()),
		change: optional(mark())
	},
	interviewed: { appointmentId: optional(mark()), motive: optional(mark()) },
	papers_requested: { which: optional(prose(3, 500)) },
	papers_received: {
		paperId: optional(mark()),
		category: optional(mark()),
		/** Of a paper scanned at a counter: whether the person was there. */
		presence: optional(mark())
	},
	papers_passed_on: { paperId: optional(mark()), category: optional(mark()) },
	priority_flagged: { group: choice('priority', PRIORITY_GROUPS, true) },
	priority_lifted: { motive: prose() },
	dalo_recognised: { decidedOn: day() },
	dalo_transferred: { fromNumber: line(24) },
	dalo_ended: { motive: prose() },
	instruction_started: { landlord, ...someDwelling },
	positioned: { landlord, contingent: choice('contingent', CONTINGENTS), ...someDwelling },
	sent_to_commission: { landlord, meetsOn: optional(day()), ...someDwelling },
	decided_granted: { landlord, ...someDwelling },
	decided_ranked: { landlord, rank: whole(1, 50), ...someDwelling },
	decided_conditional: { landlord, condition: prose(), metBefore: day(), ...someDwelling },
	decided_not_granted: { landlord, motive: prose(), ...someDwelling },
	decided_inadmissible: {
		landlord,
		cause: choice('inadmissible', INADMISSIBLE_CAUSES),
		motive: prose()
	},
	condition_met: { landlord: optional(landlord) },
	condition_not_met: { landlord: optional(landlord), motive: prose() },
	rank_not_reached: { landlord: optional(landlord) },
	offer_sent: { landlord, ...dwelling, replyBefore: day(), dalo: flag() },
	offer_acceptance_declared: { offerId: mark() },
	offer_refusal_declared: {
		offerId: mark(),
		reason: optional(choice('refusal', REFUSAL_REASONS)),
		words: optional(prose(3, 500))
	},
	offer_accepted: { landlord: optional(landlord) },
	offer_refused: {
		landlord: optional(landlord),
		reason: optional(choice('refusal', REFUSAL_REASONS))
	},
	offer_unanswered: { offerId: optional(mark()) },
	offer_withdrawn: { landlord: optional(landlord), motive: prose() },
	renewal_notice_sent: { channels: optional(mark()) },
	renewed: { ...fromRegister, confirmationId: optional(mark()) },
	warned_no_contact: warning,
	warned_inadmissible: warning,
	warning_answered: { words: optional(prose(3, 500)) },
	merged: { mergedNumber: line(24), mergedFiledOn: day(), communes: line(400) },
	struck_off_housed: { ...strickenBy, signedOn: day() },
	struck_off_renounced: { ...strickenBy, writtenOn: day() },
	struck_off_no_contact: { ...strickenBy, warnedOn: day() },
	struck_off_inadmissible: { ...strickenBy, warnedOn: day(), motive: prose() },
	struck_off_not_renewed: { ...strickenBy },
	struck_off_merged: { ...strickenBy, keptNumber: line(24) },
	reinstated: { ...strickenBy, motive: optional(prose(3, 500)) },
	entered_in_error: { eventId: mark(), motive: prose() }
} as const satisfies Record<EventKind, v.ObjectEntries>;

/** Beside its own: the body that told the counter, when the counter speaks for somebody else. */
const common = { toldBy: v.optional(line()) };

/** What an event of this kind states. */
export type EventDetail<Kind extends EventKind> = (typeof EVENT_DETAILS)[Kind] extends infer Entries
	? Entries extends v.ObjectEntries
		? v.InferOutput<v.StrictObjectSchema<Entries & typeof common, undefined>>
		: never
	: never;

/** Any event's detail, as the database keeps it. */
export type KeptDetail = Record<string, string | number | boolean | null>;

export const detailSchema = (kind: EventKind) =>
	v.strictObject({ ...(EVENT_DETAILS[kind] as v.ObjectEntries), ...common });
