import type { Actor } from '../../domain/accounts/actor.ts';
import {
	bodyCode,
	bodyLine,
	BODY_ADDRESS_LENGTH,
	BODY_NAME_LENGTH
} from '../../domain/bodies/bodies.ts';
import { RuleBroken } from '../../domain/errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { now } from '../clock.ts';
import { registeringBody } from '../db/schema/bodies.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { requireBodiesEditor } from './access.ts';

export type SaveRegisteringBodyInput = {
	code: string;
	name: string;
	address: string;
	confirmed: boolean;
};

/**
 * Writes down who stands behind a code of SNE, as printed on the attestation (R441-2-4 b).
 * @throws Refused unless the head of service acts; RuleBroken `body-code`, `body-name`, `body-too-long`
 */
export async function saveRegisteringBody(
	tx: Tx,
	actor: Actor,
	input: SaveRegisteringBodyInput
): Promise<void> {
	requireBodiesEditor(actor);
	const code = bodyCode(input.code);
	const name = bodyLine(input.name, BODY_NAME_LENGTH);
	if (!name) throw new RuleBroken('body-name');
	const address = bodyLine(input.address, BODY_ADDRESS_LENGTH) || null;
	const row = { name, address, confirmed: input.confirmed, updatedAt: now() };
	await tx
		.insert(registeringBody)
		.values({ code, ...row })
		.onConflictDoUpdate({ target: registeringBody.code, set: row });
	await recordAudit(tx, actor, {
		action: 'save-registering-body',
		applicationId: null,
		subjectKind: 'registering-body',
		subjectId: code,
		detail: { confirmed: input.confirmed }
	});
}
