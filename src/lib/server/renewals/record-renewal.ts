import type { Actor } from '../../domain/accounts/actor.ts';
import { parisDay } from '../../domain/appointments/paris-time.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordEvent } from '../applications/record-event.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { counterInName } from '../changes/counter-in-name.ts';
import { today } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { lockConfirmation, type ConfirmationRow } from './access.ts';
import { announceRenewal } from './announce-renewal.ts';

export type RecordInput = {
	id: string;
	/** The day the agent entered the renewal in SNE. */
	enteredOn: Temporal.PlainDate;
};

/**
 * The agent has entered the renewal in SNE: the request is renewed, with the same number and the same first date
 * (R441-2-7), and the person is told. Twice, or after a file of the register said so, is one success.
 *
 * @throws NotFound to anybody but an agent of the territory; RuleBroken `entered-in-future`, `entered-before-asked`,
 * `renewal-closed` for one that was answered otherwise, `forbidden-transition` when the request was struck off
 */
export async function recordRenewal(tx: Tx, actor: Actor, input: RecordInput): Promise<void> {
	const { agent, row } = await lockConfirmation(tx, actor, input.id);
	if (row.state === 'recorded') return;
	if (row.state !== 'confirmed') throw new RuleBroken('renewal-closed');
	checkDay(row, input.enteredOn);
	const { applicationId } = row;
	const author = await counterInName(tx, agent, applicationId);
	// It closes what waits for it: the confirmation and its line of the outbox.
	await recordEvent(tx, actor, {
		applicationId,
		kind: 'renewed',
		occurredOn: input.enteredOn,
		origin: 'counter',
		author,
		detail: { confirmationId: row.id }
	});
	await recordAudit(tx, actor, {
		action: 'record-renewal',
		applicationId,
		subjectKind: 'renewal',
		subjectId: row.id
	});
	await announceRenewal(tx, actor, applicationId, 'recorded');
}

function checkDay(row: ConfirmationRow, enteredOn: Temporal.PlainDate): void {
	if (Temporal.PlainDate.compare(enteredOn, today()) > 0) throw new RuleBroken('entered-in-future');
	const confirmedOn = parisDay(row.confirmedAt!);
	if (Temporal.PlainDate.compare(enteredOn, confirmedOn) < 0)
		throw new RuleBroken('entered-before-asked');
}
