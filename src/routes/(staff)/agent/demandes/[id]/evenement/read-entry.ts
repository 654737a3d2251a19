import { TELLERS, type Teller } from '$lib/domain/applications/entered-events.ts';
import type { KeptDetail } from '$lib/domain/applications/event-details.ts';
import {
	REQUEST_STATES,
	type EventKind,
	type RequestState
} from '$lib/domain/applications/event-kinds.ts';
import { readDetail } from '$lib/domain/applications/read-detail.ts';

export type Entry = {
	occurredOn: Temporal.PlainDate;
	detail: KeptDetail;
	toldBy: string | null;
	seen: RequestState;
};

type Typed = Readonly<Record<string, string>>;

/** Tellers whose name must be typed; the register has one. */
const NAMED: readonly Teller[] = ['landlord', 'state'];
const REGISTER = 'SNE';
const APPLICANT = 'le demandeur';

/** What the form of an event says, or what is wrong with it: field → name of the rule. */
export function readEntry(
	kind: EventKind,
	typed: Typed
): { entry: Entry } | { errors: Record<string, string> } {
	const errors: Record<string, string> = {};
	const occurredOn = dayIn(typed['jour'] ?? '');
	if (!occurredOn) errors['jour'] = 'not-a-day';
	const teller = TELLERS.find((one) => one === typed['source']);
	const name = (typed['organisme'] ?? '').trim();
	if (!teller) errors['source'] = 'choose';
	else if (NAMED.includes(teller) && name === '') errors['organisme'] = 'required';
	if (name.length > 120) errors['organisme'] = 'too-long';
	const seen = REQUEST_STATES.find((state) => state === typed['etat']);
	if (!seen) errors['form'] = 'seen-outdated';
	const read = readDetail(kind, typed, occurredOn ?? Temporal.PlainDate.from('2000-01-01'));
	if ('errors' in read) return { errors: { ...read.errors, ...errors } };
	if (!occurredOn || !teller || !seen || errors['organisme']) return { errors };
	return { entry: { occurredOn, detail: read.detail, toldBy: toldBy(teller, name), seen } };
}

function toldBy(teller: Teller, name: string): string | null {
	if (teller === 'counter') return null;
	if (teller === 'register') return REGISTER;
	return teller === 'applicant' ? APPLICANT : name;
}

function dayIn(text: string): Temporal.PlainDate | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
	try {
		return Temporal.PlainDate.from(text, { overflow: 'reject' });
	} catch {
		return null;
	}
}
