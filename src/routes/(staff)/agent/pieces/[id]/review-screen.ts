import { localised } from '$lib/domain/localised.ts';
import { mayBeShown } from '$lib/domain/documents/paper-codes.ts';
import { possiblePaperActions } from '$lib/domain/documents/states.ts';
import { filterQuery, type QueueFilter } from '$lib/domain/documents/review-queue.ts';
import { dateInWords, eurosInWords, inParis } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import type { ReasonView } from '$lib/server/documents/reason-catalogue.ts';
import type { PaperReview } from '$lib/server/documents/review-paper.ts';
import { asking } from '../../asked.ts';

type Person = PaperReview['household'][number];

/** Kinds that are one key away: the one the applicant said, then its neighbours of the catalogue. */
const NEAR_KINDS = 5;
/** Those whose papers count; the unborn have none. */
const NAMED = ['applicant', 'coapplicant', 'dependant', 'in_custody'];

/** A paper to decide on, as its screen shows it: days and amounts in words, codes as codes. */
export function reviewScreen(
	review: PaperReview,
	reasons: readonly ReasonView[],
	filter: QueueFilter,
	locale: string
) {
	const { paper, next } = review;
	const asked = filterQuery(filter);
	const address = (id: string) => asking(localizeHref(`/agent/pieces/${id}`), asked);
	return {
		query: asking('', asked).slice(1),
		queue: asking(localizeHref('/agent/pieces'), asked),
		next: next && address(next.id),
		ahead: next && localizeHref(`/agent/pieces/${next.id}/pages/1`),
		left: review.left,
		takenBy: review.takenBy,
		paper: paperScreen(review, locale),
		pages: review.pages.map((page) => ({
			...page,
			src: localizeHref(`/agent/pieces/${paper.id}/pages/${page.number}`)
		})),
		kinds: kindsScreen(review, locale),
		people: review.household
			.filter(({ role }) => NAMED.includes(role))
			.map((person) => ({ value: person.id, label: nameOf(person) })),
		expected: expectedScreen(review, locale),
		household: review.household.map((person) => ({
			id: person.id,
			name: nameOf(person),
			role: person.role,
			born: person.birthDate && dateInWords(person.birthDate, locale)
		})),
		others: review.others.map((other) => ({
			id: other.id,
			href: address(other.id),
			label: kindLabel(review, other.category, locale),
			person: personName(review, other.personId),
			state: other.state,
			joinable:
				['received', 'being_checked'].includes(other.state) &&
				mayBeShown(other.scan) &&
				other.pageCount > 0 &&
				(review.readsSensitive || !isSensitive(review, other.category))
		})),
		notes: review.notes.map(({ id, text, by, writtenAt }) => ({
			id,
			text,
			by,
			day: dateInWords(inParis(writtenAt).day, locale)
		})),
		reasons: reasons.map(({ code, label, said, mark }) => ({
			value: code,
			label: localised(label, locale),
			said: localised(said, locale),
			mark
		}))
	};
}

export type ReviewScreen = ReturnType<typeof reviewScreen>;

function paperScreen(review: PaperReview, locale: string) {
	const { paper } = review;
	const day = (at: Temporal.Instant | null) => at && dateInWords(inParis(at).day, locale);
	return {
		id: paper.id,
		applicationId: paper.applicationId,
		uniqueNumber: paper.uniqueNumber,
		label: localised(paper.label, locale),
		category: paper.category,
		who: personName(review, paper.personId),
		personId: paper.personId,
		state: paper.state,
		fromCounter: paper.channel === 'counter',
		received: day(paper.receivedAt),
		decided: day(paper.checkedAt),
		daysLeft: paper.daysLeft,
		sensitive: paper.sensitive,
		mayOpen: paper.mayOpen,
		isReadable: paper.isReadable,
		isReady: paper.isReady,
		isGone: paper.destroyedAt !== null,
		waitingFor: paper.waitingFor,
		mark: paper.mark,
		resend: paper.resend,
		deposit:
			paper.state === 'accepted'
				? localizeHref(`/agent/demandes/${paper.applicationId}/depot`)
				: null,
		/** Pages may be turned until the paper is in SNE, and moved until somebody has decided. */
		mayTurn: ['received', 'being_checked', 'accepted'].includes(paper.state),
		mayCut: ['received', 'being_checked'].includes(paper.state),
		actions: possiblePaperActions(paper.state, 'agent')
	};
}

/** First what was said, then its group, as one key each; all the others to choose from. */
function kindsScreen({ paper, kinds }: PaperReview, locale: string) {
	const choice = (kind: PaperReview['kinds'][number]) => ({
		value: kind.code,
		label: localised(kind.label, locale),
		group: kind.groupCode,
		perPerson: kind.perPerson
	});
	const said = kinds.find(({ code }) => code === paper.category);
	const near = kinds.filter(
		({ code, groupCode, active }) => active && groupCode === said?.groupCode && code !== said?.code
	);
	const first = said ? [said, ...near].slice(0, NEAR_KINDS) : [];
	return {
		near: first.map(choice),
		others: kinds.filter((kind) => kind.active && !first.includes(kind)).map(choice)
	};
}

function expectedScreen({ paper, kinds, year, incomes }: PaperReview, locale: string) {
	const kind = kinds.find(({ code }) => code === paper.category);
	const income = incomes.find((row) => row.year === year && row.personId === paper.personId);
	return {
		explanation: kind ? localised(kind.explanation, locale) : '',
		refused: kind ? localised(kind.refused, locale) : '',
		drawing: kind?.drawing ?? null,
		year,
		income: income ? eurosInWords(income.amountEuros * 100, locale) : null
	};
}

const nameOf = (person: Person) =>
	[person.firstName, person.lastName?.toLocaleUpperCase('fr')].filter(Boolean).join(' ') || '–';

function personName({ household }: PaperReview, id: string | null): string | null {
	const found = id === null ? null : household.find((person) => person.id === id);
	return found ? nameOf(found) : null;
}

function isSensitive({ kinds }: PaperReview, category: string): boolean {
	return kinds.find(({ code }) => code === category)?.sensitive ?? true;
}

function kindLabel({ kinds }: PaperReview, category: string, locale: string): string {
	const found = kinds.find(({ code }) => code === category);
	return found ? localised(found.label, locale) : category;
}
