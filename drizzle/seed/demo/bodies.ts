import type { Agent } from '../../../src/lib/domain/accounts/actor.ts';
import { saveRegisteringBody } from '../../../src/lib/server/bodies/save-registering-body.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';

/** Who registered the fictional requests, as printed on their summaries. */
export async function seedBodies(head: Agent): Promise<void> {
	await unitOfWork(head, (tx) =>
		saveRegisteringBody(tx, head, {
			code: 'GDEMO',
			name: 'Guichet enregistreur de démonstration (fictif)',
			address: '1 place du Modèle, 06600 Antibes (adresse fictive)',
			confirmed: true
		})
	);
}
