import type { Actor } from '../../domain/accounts/actor.ts';
import type { FieldName } from '../../domain/changes/fields.ts';
import { fieldRule } from '../../domain/changes/fields.ts';
import { CHANGE_RULES, fieldsOf, type ChangeKind } from '../../domain/changes/kinds.ts';
import type { Values } from '../../domain/changes/read-values.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { registeredFacts } from '../applications/registered-facts.ts';
import { today } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockOwnRequest } from './access.ts';
import { currentValues } from './current-values.ts';
import { personOfSubject } from './subject.ts';
import { writeProposal } from './write-proposal.ts';

export type ChangeInput = {
	kind: ChangeKind;
	/** A person's id, `1` to `9` for somebody new, '' for the request; as the kind asks. */
	subject: string;
	/** What readValues gave, without a fault. */
	values: Values;
};

/**
 * Declares a change of situation: a proposal that the counter enters in the register (R441-2-7). Sending it is the
 * person's consent to that, and the trace keeps it. Nothing of the official request changes here.
 *
 * @returns the id of the proposal, the same when it was open already
 * @throws NotFound for a person of another request; RuleBroken `request-not-live`, `nothing-changed`,
 * `proposal-taken-up`
 */
export async function proposeChange(tx: Tx, actor: Actor, input: ChangeInput): Promise<string> {
	const applicationId = await lockOwnRequest(tx, actor);
	const { kind, subject } = input;
	const facts = await registeredFacts(tx, actor, applicationId);
	const personId = personOfSubject(facts, CHANGE_RULES[kind].subject, subject);
	const { required, optional } = fieldsOf(kind, today().year);
	const isSet = CHANGE_RULES[kind].effect === 'set';
	const known = isSet ? currentValues(facts, [...required, ...optional], personId) : {};
	const values = amountsOnly(kind) ? changedAlone(input.values, known) : input.values;
	if (isSet && !changes(values, known)) throw new RuleBroken('nothing-changed');
	const before = Object.fromEntries(Object.entries(known).filter(([name]) => name in values));
	return writeProposal(tx, actor, { applicationId, kind, subject, values, before, wrong: null });
}

/** A form of many amounts, of which an empty one says "as it was". */
const amountsOnly = (kind: ChangeKind) => kind === 'income' || kind === 'tax';

function changedAlone(values: Values, known: Values): Values {
	return Object.fromEntries(
		Object.entries(values).filter(([name, value]) =>
			fieldRule(name as FieldName).place === 'money'
				? value !== '' && value !== known[name] && !(value === '0' && known[name] === '')
				: true
		)
	);
}

/** Whether anything differs from what is registered. */
function changes(values: Values, known: Values): boolean {
	return Object.entries(values).some(
		([name, value]) => name in known && JSON.stringify(value) !== JSON.stringify(known[name])
	);
}
