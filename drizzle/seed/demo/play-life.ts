import { eq } from 'drizzle-orm';
import type { Agent, Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import type { KeptDetail } from '../../../src/lib/domain/applications/event-details.ts';
import type { EventKind } from '../../../src/lib/domain/applications/event-kinds.ts';
import type { SneRequest } from '../../../src/lib/domain/applications/sne-request.ts';
import { importRequest } from '../../../src/lib/server/applications/import-request.ts';
import { recordEvent } from '../../../src/lib/server/applications/record-event.ts';
import { applicantAccount } from '../../../src/lib/server/db/schema/accounts.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { answerOffer } from '../../../src/lib/server/offers/answer-offer.ts';
import { offerOf } from '../../../src/lib/server/offers/queries.ts';
import { readSneFile } from '../../../src/lib/server/ports/sne-file.ts';
import { detailOf, LANDLORD, SERVICE } from './details.ts';
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

const AUTHORS: Record<Exclude<StepAuthor, 'applicant'>, string> = {
	sne: 'SNE',
	landlord: LANDLORD,
	service: SERVICE
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
	for (const [index, step] of steps.entries()) {
		const detail = detailOf({ file, step, earlier: steps.slice(0, index) });
		await play(applicationId, step, detail, service);
	}
	const last = steps.findLast(({ kind }) => kind.startsWith('struck_off') || kind === 'reinstated');
	const insee = file.applicant.address?.communeCode ?? '';
	return { applicationId, filedOn, insee, live: last === undefined || last.kind === 'reinstated' };
}

async function play(
	applicationId: string,
	{ kind, by, on }: DatedStep,
	detail: KeptDetail,
	service: Agent
): Promise<void> {
	if (by === 'applicant') return answer(applicationId, kind, on);
	const actor = by === 'service' ? service : SEED;
	const origin = by === 'service' ? 'counter' : 'official';
	const author = AUTHORS[by];
	await within(actor, moment(on, '11:30'), (tx) =>
		recordEvent(tx, actor, { applicationId, kind, occurredOn: on, origin, author, detail })
	);
}

/** What the person does from the phone, in the evening. */
async function answer(
	applicationId: string,
	kind: EventKind,
	on: Temporal.PlainDate
): Promise<void> {
	const [account] = await unitOfWork(SEED, (tx) =>
		tx.select().from(applicantAccount).where(eq(applicantAccount.applicationId, applicationId))
	);
	const actor = applicantOf(applicationId, account?.id ?? '');
	await within(actor, moment(on, '20:40'), async (tx) => {
		const offer = await offerOf(tx, actor, applicationId);
		await answerOffer(tx, actor, {
			offerId: offer?.id ?? '',
			answer: kind === 'offer_acceptance_declared' ? 'accept' : 'refuse'
		});
	});
}

/** The request's own person, as they act once signed in. */
export function applicantOf(applicationId: string, accountId: string): Applicant {
	return { kind: 'applicant', accountId, applicationId };
}
