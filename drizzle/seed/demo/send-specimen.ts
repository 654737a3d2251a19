import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import type { Agent, Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import { atMoment } from '../../../src/lib/server/clock.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { deliverPaper } from '../../../src/lib/server/documents/deliver-paper.ts';
import { preparePaper, type Tools } from '../../../src/lib/server/documents/prepare-paper.ts';
import { scanForPerson } from '../../../src/lib/server/documents/scan-for-person.ts';
import { vault } from '../../../src/lib/server/documents/vault.ts';
import type { ScanAnswer } from '../../../src/lib/server/ports/antivirus.ts';
import type { DemoFile } from './demo-file.ts';
import { SEED } from './moments.ts';
import { drawnPages } from './specimens/photo.ts';

type What = { file: DemoFile; category: string; personId: string; at: Temporal.Instant };

export const bodyOf = ({ bytes, ...file }: DemoFile) => ({
	...file,
	body: (async function* () {
		yield bytes;
	})()
});

/** The applicant sends a file from the phone. @returns the paper's id */
export async function sendFromPhone(
	applicant: Applicant,
	{ file, category, personId, at }: What
): Promise<string> {
	const opened = await vault();
	const what = () => ({ personId, category, sendingId: randomUUID() });
	const { paperId } = await atMoment(at, () =>
		deliverPaper(opened, applicant, bodyOf(file), what, (work) => unitOfWork(applicant, work))
	);
	return paperId;
}

/** An agent scans it at the counter, the person being there. @returns the paper's id */
export async function sendAtCounter(
	agent: Agent,
	{
		file,
		category,
		personId,
		at,
		applicationId,
		receivedOn
	}: What & { applicationId: string; receivedOn: Temporal.PlainDate }
): Promise<string> {
	const opened = await vault();
	const real = { category, personId };
	const scan = { real, receivedOn, sendingId: randomUUID(), isPresent: true };
	const { paperId } = await atMoment(at, () =>
		scanForPerson(
			opened,
			agent,
			{ applicationId },
			async (take) => {
				await take(bodyOf(file));
				return scan;
			},
			(work) => unitOfWork(agent, work)
		)
	);
	return paperId;
}

/** What an antivirus would say of a specimen: it was drawn here a moment ago. */
export const CLEAN: ScanAnswer = { verdict: 'clean' };
/** What it says of the file that the demonstration takes for a dangerous one. */
export const FOUND: ScanAnswer = { verdict: 'found', signature: 'Demo.Specimen' };

/** Makes the pages of a specimen, or refuses it. */
export async function prepareSpecimen(
	of: { paperId: string; applicationId: string },
	at: Temporal.Instant,
	answer: ScanAnswer = CLEAN
): Promise<void> {
	const tools: Tools = {
		vault: await vault(),
		antivirus: {
			scan: () => Promise.resolve(answer),
			state: () => Promise.resolve({ answers: true, version: 'none', signaturesAt: null })
		},
		draw: drawSpecimen,
		within: (work) => unitOfWork(SEED, work)
	};
	await atMoment(at, () => preparePaper(tools, SEED, { ...of, tries: 0 }));
}

async function* drawSpecimen(type: string, body: AsyncIterable<Uint8Array>) {
	const bytes = await buffer(Readable.from(body));
	if (type === 'application/pdf') return yield* drawnPages(bytes);
	const { width, height } = await sharp(bytes).metadata();
	yield { width, height, bytes };
}
