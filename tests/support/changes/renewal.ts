import type { Actor, Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import { SECTIONS } from '../../../src/lib/domain/changes/kinds.ts';
import type { Answers } from '../../../src/lib/domain/renewals/answers.ts';
import { answerSections } from '../../../src/lib/server/renewals/answer-sections.ts';
import { confirmRenewal } from '../../../src/lib/server/renewals/confirm-renewal.ts';
import { myRenewal } from '../../../src/lib/server/renewals/my-renewal.ts';
import { recordRenewal } from '../../../src/lib/server/renewals/record-renewal.ts';
import { as } from '../booking.ts';

export const ALL_SAME = Object.fromEntries(SECTIONS.map((section) => [section, 'same'])) as Answers;

export const answer = (who: Actor, answers: Answers = ALL_SAME) =>
	as(who, (tx, actor) => answerSections(tx, actor, { answers }));

export const confirm = (who: Actor) => as(who, (tx, actor) => confirmRenewal(tx, actor));

export const renewalOf = (who: Applicant) =>
	as(who, (tx, actor) => myRenewal(tx, actor, who.applicationId));

export const record = (who: Actor, id: string, on: string) =>
	as(who, (tx, actor) => recordRenewal(tx, actor, { id, enteredOn: Temporal.PlainDate.from(on) }));
