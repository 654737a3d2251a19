import { RuleBroken } from '$lib/domain/errors.ts';
import {
	counterFact,
	factKinds,
	type CounterFact,
	type FactKind
} from '$lib/domain/counters/facts.ts';

/** What was typed of each fact, given back as it was when something is wrong. */
export type TypedFacts = Record<FactKind, { value: string; confirmed: boolean }>;

/**
 * Reads the sheet of a counter from its form: field `<kind>` and box `<kind>-confirme`.
 * @returns the facts when every one is good; else the names of the broken rules, by kind
 */
export function readFacts(form: FormData) {
	const typed = {} as TypedFacts;
	const facts = {} as Record<FactKind, CounterFact>;
	const errors: Partial<Record<FactKind, string>> = {};
	for (const kind of factKinds) {
		const value = form.get(kind);
		typed[kind] = {
			value: typeof value === 'string' ? value : '',
			confirmed: form.has(`${kind}-confirme`)
		};
		try {
			facts[kind] = counterFact(kind, typed[kind].value, typed[kind].confirmed);
		} catch (cause) {
			if (!(cause instanceof RuleBroken)) throw cause;
			errors[kind] = cause.rule;
		}
	}
	return Object.keys(errors).length > 0 ? { typed, errors } : { typed, facts };
}
