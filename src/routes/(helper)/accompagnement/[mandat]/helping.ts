import type { Helper } from '$lib/domain/accounts/actor.ts';
import { lastDayBefore } from '$lib/domain/helpers/mandate.ts';
import type { HelperAct } from '$lib/domain/helpers/rights.ts';
import { dayInWords } from '$lib/domain/words.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { Tx } from '$lib/server/db/unit-of-work.ts';
import { holdMandate } from '$lib/server/helpers/hold-mandate.ts';
import { peopleHelped, type PersonHelped } from '$lib/server/helpers/queries.ts';
import { act, show } from '$lib/server/http.ts';

export type Helping = { tx: Tx; helper: Helper; applicationId: string; person: HelpedScreen };

/** Acts that only look: their questions go together. */
const LOOKS = /^view-/;

/**
 * How a page of the helpers does something for the person of its address: in one unit of work that first asks whether
 * the mandate allows this act at this moment, and writes it down for the person to read.
 */
export function helping<T>(
	locals: App.Locals,
	what: HelperAct,
	work: (helping: Helping) => Promise<T>
): Promise<T> {
	const run = LOOKS.test(what) ? show : act;
	return run(locals, async (tx) => {
		const [{ helper, applicationId }, people] = await Promise.all([
			holdMandate(tx, locals.actor, { act: what }),
			peopleHelped(tx, locals.actor)
		]);
		const mine = people.find(({ id }) => id === helper.mandate?.id)!;
		return work({ tx, helper, applicationId, person: helpedScreen(helper, mine) });
	});
}

/** Whom the page is about, on top of each of them. */
export function helpedScreen(helper: Helper, person: PersonHelped) {
	return {
		id: person.id,
		name: [person.firstName, person.lastName].filter(Boolean).join(' '),
		rights: person.rights,
		until: dayInWords(lastDayBefore(person.endsAt), getLocale()),
		helper: helper.name
	};
}

export type HelpedScreen = ReturnType<typeof helpedScreen>;
