import { randomUUID } from 'node:crypto';
import { localised } from '$lib/domain/localised.ts';
import { dateInWords, inParis } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import type { MyPaper } from '$lib/server/documents/my-paper.ts';
import type { SendingFigures } from '$lib/server/documents/sending-limits.ts';
import { resendWords } from '../resend-words.ts';
import { sizeInWords } from '../size-in-words.ts';

type PaperFile = MyPaper['files'][number];

/** One paper of the applicant in words: a draft with its tools, or a sent paper with its fate. */
export function paperScreen(
	{ paper, figures }: { paper: MyPaper; figures: SendingFigures },
	locale: string
) {
	const address = localizeHref(`/espace/pieces/${paper.id}`);
	const places = [...new Set(paper.files.map((file) => file.position))];
	return {
		id: paper.id,
		address,
		label: localised(paper.kind.label, locale),
		explanation: localised(paper.kind.explanation, locale),
		name: nameOf(paper.person),
		state: paper.state,
		prepared: paper.prepared,
		draft: paper.state === 'receiving',
		/** Papers of this kind often show the social-security number, which must be hidden (SNE). */
		showsNumber: SHOW_THE_NUMBER.has(paper.kind.code),
		keptUntil: paper.expiresAt ? dateInWords(inParis(paper.expiresAt).day, locale) : '',
		sendingId: randomUUID(),
		files: paper.files.map((file) => tile(file, paper, places, address, locale)),
		resend: resendWords(paper, locale),
		mayDelete: paper.mayDelete,
		fate: fate(paper, locale),
		looks: paper.pages.map(({ number }) => ({ number, href: `${address}/pages/${number}` })),
		...figures,
		pdf: paper.prepared && paper.destroyedAt === null ? `${address}/pdf` : null
	};
}

export type PaperScreen = ReturnType<typeof paperScreen>;
export type Tile = PaperScreen['files'][number];

const SHOW_THE_NUMBER = new Set([
	'payslips',
	'daily_allowance_slips',
	'unemployment_statement',
	'pension_notice',
	'pregnancy_certificate',
	'disability_pension_notice',
	'family_allowance_statement'
]);

function tile(file: PaperFile, paper: MyPaper, places: number[], address: string, locale: string) {
	const place = places.indexOf(file.position) + 1;
	const looks = paper.pages.filter(({ fileId }) => fileId === file.id);
	const expected = file.expectedBytes ?? 0;
	return {
		id: file.id,
		place,
		last: place === places.length,
		name: file.fileName,
		size: sizeInWords(file.byteSize ?? file.receivedBytes, locale),
		state: file.state,
		trouble: file.trouble,
		percent: expected > 0 ? Math.floor((file.receivedBytes / expected) * 100) : 0,
		pdf: file.mediaType === 'application/pdf',
		rotation: file.rotation,
		turned: (file.rotation + 90) % 360,
		look: looks[0] ? `${address}/pages/${looks[0].number}` : null
	};
}

/** What has happened to a sent paper, day by day. */
function fate(paper: MyPaper, locale: string) {
	const day = (at: Temporal.Instant | null) => (at ? dateInWords(inParis(at).day, locale) : null);
	const accepted = paper.state === 'accepted' || paper.state === 'passed_on';
	return {
		byCounter: paper.channel === 'counter',
		received: day(paper.receivedAt),
		checked: accepted ? day(paper.checkedAt) : null,
		passedOn: day(paper.depositedAt),
		destroyed: paper.state === 'passed_on' ? day(paper.destroyedAt) : null
	};
}

const nameOf = (person: MyPaper['person']) =>
	person ? [person.firstName, person.lastName].filter(Boolean).join(' ') || null : null;
