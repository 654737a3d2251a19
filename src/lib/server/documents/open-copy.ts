import type { Actor } from '../../domain/accounts/actor.ts';
import { dateInWords } from '../../domain/words.ts';
import * as m from '../../paraglide/messages.js';
import { today } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { environment } from '../environment.ts';
import { pagesToBind, type PageToBind } from './keep-clean.ts';
import { openClean } from './open-clean.ts';

/** What leaves: the pages, the name of the file, and what is written on each page, if anything. */
export type OpenedCopy = { pages: PageToBind[]; fileName: string; mark: string | null };

/**
 * An agent takes the copy of a paper that goes to SNE. It says on each page what it is for and since when, so that it is
 * of no use elsewhere (security.md U21, after the practice for identity papers), unless the site names nobody (COLLECTIVITY
 * empty): its copies then say nothing.
 * @throws NotFound, Refused: those of openClean, which leaves the line in the journal
 */
export async function openCopy(
	tx: Tx,
	actor: Actor,
	{ paperId }: { paperId: string }
): Promise<OpenedCopy> {
	const { fileName } = await openClean(tx, actor, { paperId });
	const who = environment().COLLECTIVITY;
	const day = dateInWords(today(), 'fr');
	return {
		pages: await pagesToBind(tx, paperId),
		fileName,
		// In the language of the administration that reads it.
		mark: who ? m.review_copy_mark({ who, day }, { locale: 'fr' }) : null
	};
}
