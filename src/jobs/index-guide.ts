import { system } from '../lib/domain/accounts/actor.ts';
import { unitOfWork } from '../lib/server/db/unit-of-work.ts';
import { indexTexts } from '../lib/server/guide/index-texts.ts';
import { log } from '../lib/server/log.ts';

/** Brings the search up to date with the texts of this version and with what staff say of the counters. */
export async function indexGuide(): Promise<void> {
	const actor = system('index-guide');
	const languages = await unitOfWork(actor, (tx) => indexTexts(tx, actor));
	if (languages.length > 0) log.info({ languages }, 'texts indexed');
}
