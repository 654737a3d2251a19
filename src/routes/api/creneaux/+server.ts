import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import { VISITOR } from '$lib/domain/accounts/actor.ts';
import { NotFound, Refused } from '$lib/domain/errors.ts';
import { dayFrom, isoInParis } from '$lib/server/appointments/iso-time.ts';
import { listFreeTimes } from '$lib/server/appointments/list-free-times.ts';
import { unitOfWork } from '$lib/server/db/unit-of-work.ts';
import type { RequestHandler } from './$types';

/** A program reads at most two months at once: the longest horizon of a motive in use. */
const LONGEST_DAYS = 62;

const word = v.pipe(
	v.string('manque'),
	v.regex(/^[a-z0-9-]{1,60}$/, 'lettres minuscules, chiffres et tirets')
);
const day = v.pipe(
	v.string('manque'),
	v.transform(dayFrom),
	v.instance(Temporal.PlainDate, 'jour AAAA-MM-JJ')
);
const Query = v.pipe(
	v.strictObject({ motif: word, guichet: v.optional(word), du: day, au: day }, ({ expected }) =>
		expected === 'never' ? 'paramètre inconnu' : 'manque'
	),
	v.check(({ du, au }) => Temporal.PlainDate.compare(du, au) <= 0, 'du est après au'),
	v.check(({ du, au }) => du.until(au).days < LONGEST_DAYS, `plus de ${LONGEST_DAYS} jours`)
);

/** Free times for programs: what any visitor may see, whoever asks. */
export const GET: RequestHandler = async ({ url }) => {
	const read = v.safeParse(Query, Object.fromEntries(url.searchParams));
	if (!read.success) return refusal(400, read.issues.map(sentence).join(' ; '));
	const { motif, guichet, du, au } = read.output;
	const ask = { motive: motif, counter: guichet ?? null, from: du, until: au };
	try {
		const times = await unitOfWork(VISITOR, (tx) => listFreeTimes(tx, VISITOR, ask));
		const lines = times.map(({ slug, startsAt, endsAt, places }) => ({
			guichet: slug,
			debut: isoInParis(startsAt),
			fin: isoInParis(endsAt),
			places
		}));
		return json(lines, { headers: { 'cache-control': 'no-store' } });
	} catch (cause) {
		if (cause instanceof NotFound)
			return refusal(404, `${cause.what === 'motive' ? 'motif' : 'guichet'} inconnu`);
		// A motive for staff is as unknown to the public as any other word.
		if (cause instanceof Refused) return refusal(404, 'motif inconnu');
		throw cause;
	}
};

function refusal(status: number, erreur: string): Response {
	return json({ erreur }, { status, headers: { 'cache-control': 'no-store' } });
}

function sentence(issue: v.BaseIssue<unknown>): string {
	const name = v.getDotPath(issue);
	return name ? `${name} : ${issue.message}` : issue.message;
}
