import { error, fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { filterQuery, readFilter } from '$lib/domain/documents/review-queue.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { mergePapers } from '$lib/server/documents/merge-papers.ts';
import { rotatePage } from '$lib/server/documents/rotate-page.ts';
import { splitPaper } from '$lib/server/documents/split-paper.ts';
import { vault } from '$lib/server/documents/vault.ts';
import { act } from '$lib/server/http.ts';
import { asking } from '../../asked.ts';

type Event = { locals: App.Locals; params: { id: string }; url: URL; request: Request };

const pageNumber = v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/), v.transform(Number));
const code = v.pipe(v.string(), v.maxLength(60));

const Turn = v.strictObject({
	page: pageNumber,
	vers: v.picklist(['gauche', 'droite'])
});
const Cut = v.strictObject({ page: pageNumber, nature: code, personne: v.optional(code, '') });
const Join = v.array(v.pipe(v.string(), v.uuid()));

/** What an agent does with the pages of a paper: turn one, make two papers of one, join several. */
export const arrange = {
	tourner: (event: Event) =>
		done(event, 'tourne', async () => {
			const { page: number, vers } = await sent(event, Turn);
			const turn = vers === 'droite' ? 90 : 270;
			const input = { paperId: event.params.id, number, turn } as const;
			await act(event.locals, (tx) => rotatePage(tx, event.locals.actor, input));
			return `page-${number}`;
		}),
	couper: (event: Event) =>
		done(event, 'coupe', async () => {
			const { page: from, nature: category, personne } = await sent(event, Cut);
			const real = { category, personId: personne || null };
			const input = { paperId: event.params.id, from, real };
			await splitPaper(await vault(), event.locals.actor, input, (work) => act(event.locals, work));
			return null;
		}),
	reunir: (event: Event) =>
		done(event, 'reunis', async () => {
			const chosen = v.safeParse(Join, (await event.request.formData()).getAll('papier'));
			if (!chosen.success) error(400);
			const input = { paperId: event.params.id, others: chosen.output };
			await mergePapers(await vault(), event.locals.actor, input, (work) =>
				act(event.locals, work)
			);
			return null;
		})
};

async function sent<Schema extends v.GenericSchema>(event: Event, schema: Schema) {
	const read = v.safeParse(schema, Object.fromEntries(await event.request.formData()));
	if (!read.success) error(400);
	return read.output;
}

/** Does it and shows the paper again, so that reloading repeats nothing. */
async function done({ params, url }: Event, what: string, work: () => Promise<string | null>) {
	let place: string | null;
	try {
		place = await work();
	} catch (cause) {
		if (!(cause instanceof RuleBroken)) throw cause;
		const { rule, facts } = cause;
		return fail(422, { outcome: 'rule' as const, rule, facts, values: {}, preview: null });
	}
	const query = { ...filterQuery(readFilter(url.searchParams)), fait: what };
	const here = asking(localizeHref(`/agent/pieces/${params.id}`), query);
	redirect(303, place ? `${here}#${place}` : here);
}
