import * as m from '$lib/paraglide/messages.js';
import type { DelayKind, DelayRule } from '../domain/delays/delays.ts';

type Prefixed<Prefix extends string, Code extends string> = Record<
	`${Prefix}${Code}`,
	() => string
>;

const titles: Prefixed<'life_delay_', `${DelayKind}_title`> = m;
const texts: Prefixed<'life_delay_', `${DelayKind}_text`> = m;
const remedies: Prefixed<'life_remedy_', DelayRule['remedy']> = m;

/** What must happen within the delay. */
export const delayTitle = (kind: DelayKind) => titles[`life_delay_${kind}_title`]();

/** What it is counted from, in a sentence. */
export const delayText = (kind: DelayKind) => texts[`life_delay_${kind}_text`]();

/** What the person may do once it is over. */
export const remedyWords = (remedy: DelayRule['remedy']) => remedies[`life_remedy_${remedy}`]();
