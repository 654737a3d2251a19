import { randomUUID } from 'node:crypto';
import { localised } from '$lib/domain/localised.ts';
import { dateInWords, inParis } from '$lib/domain/words.ts';
import type { MyDraft } from '$lib/server/documents/my-drafts.ts';
import type { PaperKind, papersOfRequest, SentPaperLine } from '$lib/server/documents/queries.ts';
import { resendWords } from './resend-words.ts';
import { sizeInWords } from './size-in-words.ts';

type Papers = Awaited<ReturnType<typeof papersOfRequest>>;
type Expected = Papers['expected'][number];
type Choice = { value: string; label: string; group: string };

/** Those who may be named on the form: the household, without the unborn. */
const NAMED = ['applicant', 'coapplicant', 'dependant', 'in_custody'];

/** What the screen needs: for each person, then for the household, what is to be sent and what was sent. */
export function papersScreen(
	papers: Papers,
	drafts: MyDraft[],
	kinds: PaperKind[],
	locale: string
) {
	const byCode = new Map(kinds.map((kind) => [kind.code, kind]));
	const people = papers.household
		.filter((member) => NAMED.includes(member.role))
		.map((member) => ({ id: member.id, name: nameOf(member) }));
	// Its reason is said where it is to be sent again, and need not be said twice.
	const said = new Set(papers.expected.filter(isToSend).map((line) => line.paperId));
	const sections = [...people, { id: null, name: null }].map((whose) => ({
		...whose,
		toSend: papers.expected
			.filter((line) => line.personId === whose.id && isToSend(line))
			.map((line) => toSend(line, papers.sent, drafts, byCode, locale)),
		sent: papers.sent
			.filter((paper) => paper.personId === whose.id)
			.map((paper) => sent(paper, !said.has(paper.id), byCode, locale))
	}));
	return {
		sections: sections.filter(({ toSend, sent }) => toSend.length + sent.length > 0),
		drafts: drafts.map((draft) => begun(draft, people, locale)),
		people,
		kinds: kinds
			.filter((kind) => kind.active && !kind.sensitive)
			.map((kind) => choice(kind, locale)),
		otherSendingId: randomUUID(),
		quickSendingId: randomUUID()
	};
}

export type PapersScreen = ReturnType<typeof papersScreen>;
export type ToSend = PapersScreen['sections'][number]['toSend'][number];
export type Sent = PapersScreen['sections'][number]['sent'][number];

const isToSend = ({ state }: Expected) => state === 'missing' || state === 'to_resend';

function toSend(
	line: Expected,
	papers: SentPaperLine[],
	drafts: MyDraft[],
	byCode: Map<string, PaperKind>,
	locale: string
) {
	const kinds = line.acceptable.flatMap((code) => byCode.get(code) ?? []);
	const refused = papers.find((paper) => paper.id === line.paperId);
	const draft = drafts.find(
		(one) =>
			one.personId === line.personId &&
			(line.acceptable as readonly string[]).includes(one.category)
	);
	return {
		/** Names the form on this page; says nothing outside it. */
		key: `${line.need}-${line.acceptable[0]}-${line.personId ?? 'foyer'}`,
		need: line.need,
		personId: line.personId,
		kinds: kinds.map((kind) => choice(kind, locale)),
		explanation: kinds[0] ? localised(kinds[0].explanation, locale) : '',
		group: kinds[0]?.groupCode ?? '',
		resend: refused ? resendWords(refused, locale) : null,
		draftId: draft?.id ?? null,
		sendingId: randomUUID()
	};
}

function sent(
	paper: SentPaperLine,
	withReason: boolean,
	byCode: Map<string, PaperKind>,
	locale: string
) {
	const kind = byCode.get(paper.category);
	return {
		id: paper.id,
		label: kind ? localised(kind.label, locale) : paper.category,
		group: kind?.groupCode ?? '',
		fileName: paper.fileName,
		size: paper.hasContent ? sizeInWords(paper.byteSize, locale) : null,
		day: dateInWords(inParis(paper.receivedAt).day, locale),
		state: paper.state,
		prepared: paper.preparedAt !== null,
		destroyed: paper.destroyedAt !== null,
		resend: withReason ? resendWords(paper, locale) : null
	};
}

function begun(draft: MyDraft, people: { id: string; name: string }[], locale: string) {
	return {
		id: draft.id,
		label: localised(draft.label, locale),
		name: people.find((one) => one.id === draft.personId)?.name ?? null,
		files: draft.files
	};
}

const choice = (kind: PaperKind, locale: string): Choice => ({
	value: kind.code,
	label: localised(kind.label, locale),
	group: kind.groupCode
});

const nameOf = (member: { firstName: string | null; lastName: string | null }) =>
	[member.firstName, member.lastName].filter(Boolean).join(' ') || '–';
