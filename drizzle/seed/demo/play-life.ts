import type { Agent, Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import type { SneRequest } from '../../../src/lib/domain/applications/sne-request.ts';
import { importRequest } from '../../../src/lib/server/applications/import-request.ts';
import { recordEvent } from '../../../src/lib/server/applications/record-event.ts';
import { readSneFile } from '../../../src/lib/server/ports/sne-file.ts';
import type { StepAuthor } from './lives.ts';
import { moment, SEED, within } from './moments.ts';
import type { DatedStep } from './plan-life.ts';
import { sneXml } from './sne-xml.ts';

/** A request that the demonstration knows, in the words that later parts of the seed need. */
export type DemoRequest = {
	applicationId: string;
	filedOn: Temporal.PlainDate;
	/** INSEE code of the commune the household lives in. */
	insee: string;
	live: boolean;
};

const AUTHORS: Record<StepAuthor, string> = {
	sne: 'SNE',
	landlord: 'Bailleur des Restanques (fictif)',
	service: 'Service logement communautaire'
};

/** A request comes in as a file on the day of its filing, then everything happens to it on its day. */
export async function playLife(
	file: SneRequest,
	steps: readonly DatedStep[],
	service: Agent
): Promise<DemoRequest> {
	const filedOn = Temporal.PlainDate.from(file.createdOn);
	const original = sneXml(file);
	const request = readSneFile(original);
	const { applicationId } = await within(SEED, moment(filedOn, '10:15'), (tx) =>
		importRequest(tx, SEED, { request, original })
	);
	for (const step of steps) await play(applicationId, step, service);
	const last = steps.findLast(({ kind }) => kind.startsWith('struck_off') || kind === 'reinstated');
	const insee = file.applicant.address?.communeCode ?? '';
	return { applicationId, filedOn, insee, live: last === undefined || last.kind === 'reinstated' };
}

async function play(
	applicationId: string,
	{ kind, by, on }: DatedStep,
	service: Agent
): Promise<void> {
	const actor = by === 'service' ? service : SEED;
	const origin = by === 'service' ? 'counter' : 'official';
	await within(actor, moment(on, '11:30'), (tx) =>
		recordEvent(tx, actor, { applicationId, kind, occurredOn: on, origin, author: AUTHORS[by] })
	);
}

/** The request's own person, as they act once signed in. */
export function applicantOf(applicationId: string, accountId: string): Applicant {
	return { kind: 'applicant', accountId, applicationId };
}
