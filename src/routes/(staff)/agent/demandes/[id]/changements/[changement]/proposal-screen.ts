import { isLocked, readFactText } from '$lib/domain/changes/facts.ts';
import { CHANGE_RULES } from '$lib/domain/changes/kinds.ts';
import { answerDueOn, isOpen, possibleActions } from '$lib/domain/changes/states.ts';
import { dateInWords, inParis } from '$lib/domain/words.ts';
import type { CommuneNames } from '$lib/components/fact-words.ts';
import type { viewProposal } from '$lib/server/changes/view-proposal.ts';
import { agentKind } from '../../../../changements/agent-words.ts';
import {
	changeLines,
	personOf
} from '../../../../../../(applicant)/espace/demande/changements/change-lines.ts';
import { neededPapers } from '../../../../../../(applicant)/espace/demande/changements/needed-papers.ts';
import { proposalTitle } from '../../../../../../(applicant)/espace/demande/changements/proposal-line.ts';
import { nameOf } from '../../../../../../(applicant)/espace/demande/facts-screen.ts';

type Viewed = Awaited<ReturnType<typeof viewProposal>>;

/** Before and after side by side, what to type in SNE, and what may be done now. */
export function proposalScreen(
	{ asked, facts, papers }: Viewed,
	communes: CommuneNames,
	locale: string,
	me: string
) {
	const reading = { facts, communes, locale };
	const person = personOf(reading, asked);
	const holder = facts.household.find(({ role }) => role === 'applicant');
	const lines = changeLines(reading, asked);
	const askedOn = inParis(asked.createdAt).day;
	const { kind } = asked;
	const effect = kind === 'rectification' ? 'set' : CHANGE_RULES[kind].effect;
	const key = kind === 'rectification' ? readFactText(asked.subject) : null;
	return {
		id: asked.id,
		applicationId: asked.applicationId,
		version: asked.version,
		title: proposalTitle(asked, agentKind),
		isCorrection: kind === 'rectification',
		uniqueNumber: facts.application.uniqueNumber,
		holder: holder ? nameOf(holder) : '',
		about: person && person.id !== holder?.id ? nameOf(person) : null,
		leaves: (effect === 'remove' || effect === 'part') && person ? nameOf(person) : null,
		adds: effect === 'add' || effect === 'join',
		locked: key
			? isLocked(key.fact, person?.role ?? null)
			: kind !== 'rectification' && CHANGE_RULES[kind].appointment,
		state: asked.state,
		takenUpBy: asked.takenUpBy === me ? 'you' : (asked.takenUpByName ?? null),
		askedOn: dateInWords(askedOn, locale),
		due: isOpen(asked.state) && key ? dateInWords(answerDueOn(askedOn), locale) : null,
		wrong: asked.wrong,
		rows: lines.map((line) => ({ ...line, id: line.name })),
		already:
			isOpen(asked.state) &&
			lines.length > 0 &&
			lines.every(({ changed, isWord }) => !changed || isWord) &&
			effect === 'set',
		papers: neededPapers(asked, papers.sent, locale),
		answer: asked.answer,
		answeredFor: asked.answeredFor,
		enteredOn: asked.enteredOn ? dateInWords(asked.enteredOn, locale) : null,
		actions: possibleActions(asked.state, 'agent'),
		steps: asked.steps.map(({ action, at }) => ({
			action,
			day: dateInWords(inParis(at).day, locale),
			datetime: at.toString()
		}))
	};
}

export type ProposalScreen = ReturnType<typeof proposalScreen>;
