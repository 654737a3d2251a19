import { sql } from 'drizzle-orm';
import {
	check,
	index,
	integer,
	jsonb,
	pgEnum,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import { PROPOSAL_KINDS } from '../../../domain/changes/kinds.ts';
import { PROPOSAL_ACTIONS, PROPOSAL_STATES } from '../../../domain/changes/states.ts';
import type { Values } from '../../../domain/changes/read-values.ts';
import { application, origin } from './applications.ts';
import { id, instant, plainDate } from './columns.ts';

export const proposalKind = pgEnum('proposal_kind', PROPOSAL_KINDS);
export const proposalState = pgEnum('proposal_state', PROPOSAL_STATES);
export const proposalAction = pgEnum('proposal_action', PROPOSAL_ACTIONS);

/** What an applicant asks the counter to enter in the register: a change of situation, or a fact that is wrong. */
export const proposal = pgTable(
	'proposal',
	{
		id: id(),
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		kind: proposalKind('kind').notNull(),
		/** Of whom or of what: a person's id, a fact of the request, `1` to `9` for somebody new; '' for the request. */
		subject: text('subject').notNull(),
		state: proposalState('state').notNull(),
		/** What should be registered, field by field. */
		values: jsonb('values').$type<Values>().notNull(),
		/** What was registered when it was asked: what the answer was about stays readable. */
		before: jsonb('before').$type<Values>().notNull(),
		/** Of a correction: what is wrong, in the person's words. */
		wrong: text('wrong'),
		/** Grows with every edit: an agent takes up what they have read, not what it has become since. */
		version: integer('version').notNull().default(1),
		createdAt: instant('created_at').notNull(),
		updatedAt: instant('updated_at').notNull(),
		takenUpBy: text('taken_up_by'),
		takenUpAt: instant('taken_up_at'),
		/** The day the counter typed it in SNE. */
		enteredOn: plainDate('entered_on'),
		answer: text('answer'),
		answeredAt: instant('answered_at'),
		answeredBy: text('answered_by'),
		/** Name of the counter that answered, shown to the applicant. */
		answeredFor: text('answered_for')
	},
	(t) => [
		uniqueIndex('proposal_one_open')
			.on(t.applicationId, t.kind, t.subject)
			.where(sql`state in ('proposed', 'being_entered')`),
		index('proposal_application').on(t.applicationId, t.createdAt),
		index('proposal_open')
			.on(t.createdAt)
			.where(sql`state in ('proposed', 'being_entered')`),
		check('proposal_wrong', sql`(kind = 'rectification') = (wrong is not null)`),
		check('proposal_entered', sql`(state = 'entered') = (entered_on is not null)`),
		check(
			'proposal_answered',
			sql`(state in ('entered', 'not_possible')) = (answered_at is not null)`
		),
		check('proposal_reason', sql`state <> 'not_possible' or answer is not null`)
	]
);

/** Every step of a proposal, with what was asked at that moment: the trace of the person's consent. Written once. */
export const proposalStep = pgTable(
	'proposal_step',
	{
		id: id(),
		proposalId: uuid('proposal_id')
			.notNull()
			.references(() => proposal.id),
		action: proposalAction('action').notNull(),
		toState: proposalState('to_state').notNull(),
		at: instant('at').notNull(),
		by: text('by').notNull(),
		values: jsonb('values').$type<Values>().notNull()
	},
	(t) => [index('proposal_step_proposal').on(t.proposalId, t.at)]
);

/**
 * Who said one fact of a row, where it is not who said the row: a counter entered a new telephone, the rest of the
 * person is as the register had it. A file of the register that speaks of the fact takes the line away.
 */
export const statedFact = pgTable(
	'stated_fact',
	{
		applicationId: uuid('application_id')
			.notNull()
			.references(() => application.id),
		/** A person's id, `housing` or `request`. */
		subject: text('subject').notNull(),
		/** The column. */
		fact: text('fact').notNull(),
		origin: origin('origin').notNull(),
		statedOn: plainDate('stated_on').notNull()
	},
	(t) => [primaryKey({ columns: [t.applicationId, t.subject, t.fact] })]
);
