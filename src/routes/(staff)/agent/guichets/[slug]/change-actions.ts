import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import type { CounterChange } from '$lib/domain/counters/changes.ts';
import { LISTS, readChange, type Typed } from '$lib/domain/counters/read-change.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { today } from '$lib/server/clock.ts';
import { counterToEdit } from '$lib/server/counters/counter-agenda.ts';
import { previewChange } from '$lib/server/counters/preview-change.ts';
import { saveChange } from '$lib/server/counters/save-change.ts';
import { act } from '$lib/server/http.ts';
import { asking } from '../../asked.ts';
import { previewScreen, type PreviewScreen } from './preview-screen.ts';

/** What a page of changes is given back: what was typed, and what it would do or what is wrong with it. */
export type ChangeAnswer = {
	values: Typed;
	errors?: Readonly<Record<string, string>>;
	preview?: PreviewScreen;
	/** Other appointments are concerned than those that were shown. */
	outdated?: boolean;
};

type Event = RequestEvent<{ slug: string }>;

async function typedIn(request: Request): Promise<{ typed: Typed; seen: string }> {
	const form = await request.formData();
	const seen = form.get('seen');
	form.delete('seen');
	const typed: Record<string, string | string[]> = {};
	for (const key of form.keys()) {
		const all = form.getAll(key).filter((value) => typeof value === 'string');
		typed[key] = LISTS.includes(key) ? all : (all.at(-1) ?? '');
	}
	// Without a box ticked a form says nothing of its list.
	if (typed['change'] === 'add-opening' || typed['change'] === 'change-opening')
		for (const list of LISTS) typed[list] ??= [];
	return { typed, seen: typeof seen === 'string' ? seen : '' };
}

async function previewOf(event: Event, change: CounterChange): Promise<PreviewScreen> {
	const { locals, params } = event;
	const locale = getLocale();
	return act(locals, async (tx) => {
		const edited = await counterToEdit(tx, locals.actor, params.slug);
		const preview = await previewChange(tx, locals.actor, { slug: params.slug, change });
		const { desks, motives } = edited;
		return previewScreen(preview, change, edited, { desks, motives, locale });
	});
}

/** First step: what the change would do. Nothing is saved. */
export async function showChange(event: Event) {
	const { typed } = await typedIn(event.request);
	const read = readChange(typed, today());
	if ('errors' in read) return fail(422, { values: typed, errors: read.errors } as ChangeAnswer);
	const answer: ChangeAnswer = { values: typed, preview: await previewOf(event, read.change) };
	return answer;
}

/** Second step: the same values, confirmed after the preview. Then back to the counter, so that reloading repeats nothing. */
export async function confirmChange(event: Event) {
	const { typed, seen } = await typedIn(event.request);
	const read = readChange(typed, today());
	if ('errors' in read) return fail(422, { values: typed, errors: read.errors } as ChangeAnswer);
	const { change } = read;
	const { locals, params } = event;
	try {
		const done = await act(locals, (tx) =>
			saveChange(tx, locals.actor, { slug: params.slug, change, seen })
		);
		redirect(303, savedHref(params.slug, done.marked, done.unreachable));
	} catch (cause) {
		if (!(cause instanceof RuleBroken)) throw cause;
		if (cause.rule === 'preview-outdated') {
			const preview = await previewOf(event, change);
			return fail(409, { values: typed, preview, outdated: true } as ChangeAnswer);
		}
		const errors = { [String(cause.facts['field'] ?? 'form')]: cause.rule };
		return fail(422, { values: typed, errors } as ChangeAnswer);
	}
}

function savedHref(slug: string, marked: number, unreachable: number): string {
	return asking(localizeHref(`/agent/guichets/${slug}`), {
		enregistre: '1',
		deplaces: marked || null,
		appeler: unreachable || null
	});
}
