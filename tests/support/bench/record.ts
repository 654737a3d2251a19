import { openWire } from '../pages/database-wire.ts';
import { startApplication } from './application.ts';
import type { Recordings } from './ask-again.ts';
import { PAGES, requestsOf, type PageName } from './measured-pages.ts';
import type { Region } from './region.ts';

/** Different people for one page, so that those who repeat it do not ask for the same rows again and again. */
const PEOPLE = 20;

/** What each page asks of a region's database and what it sends, as the application does it alone. */
export async function record(region: Region): Promise<Recordings> {
	const wire = await openWire(region.webUrl);
	const application = await startApplication(wire.url);
	const get = async ({ path, cookie = '' }: { path: string; cookie?: string }) => {
		const answer = await fetch(`${application.origin}${path}`, {
			headers: { cookie, 'accept-encoding': 'identity' }
		});
		if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
		return answer.text();
	};
	try {
		const recordings: Recordings = {};
		for (const page of Object.keys(PAGES) as PageName[]) {
			const requests = requestsOf(page, region).slice(0, PEOPLE);
			const recorded: Recordings[string] = { rounds: [], body: await get(requests[0]!) };
			for (const each of requests) {
				wire.look();
				await get(each);
				const { rounds } = wire.look();
				if (rounds.length > 0) recorded.rounds.push(rounds);
			}
			recordings[page] = recorded;
		}
		return recordings;
	} finally {
		await application.stop();
		await wire.stop();
	}
}
