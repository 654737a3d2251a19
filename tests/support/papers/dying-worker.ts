import { randomUUID } from 'node:crypto';
import type { Applicant } from '../../../src/lib/domain/accounts/actor.ts';
import { system } from '../../../src/lib/domain/accounts/actor.ts';
import { preparePapers } from '../../../src/jobs/prepare-papers.ts';
import { closeDatabase } from '../../../src/lib/server/db/client.ts';
import { unitOfWork } from '../../../src/lib/server/db/unit-of-work.ts';
import { deliverPaper, type Within } from '../../../src/lib/server/documents/deliver-paper.ts';
import { keyringOf } from '../../../src/lib/server/documents/keyring.ts';
import { openFileStore } from '../../../src/lib/server/ports/storage-files.ts';
import type { PaperStore } from '../../../src/lib/server/ports/storage.ts';
import { colouredPage } from './ready.ts';
import { inParts, MASTER_1 } from './vault.ts';

/*
 * A process that takes a paper in and prepares it, and is killed at its Nth step as a power cut would: before and after
 * each change of the store and each transaction. It ends well when it has fewer steps than that, and says how many.
 */
const { folder, applicant, personId, dieAt } = JSON.parse(process.argv[2]!) as {
	folder: string;
	applicant: Applicant;
	personId: string;
	dieAt: number;
};
let steps = 0;
function step(): void {
	steps += 1;
	if (steps === dieAt) process.kill(process.pid, 'SIGKILL');
}
async function stepped<T>(work: () => Promise<T>): Promise<T> {
	step();
	const done = await work();
	step();
	return done;
}

const real = await openFileStore(folder);
const store: PaperStore = {
	write: (key, content) => stepped(() => real.write(key, content)),
	promote: (key) => stepped(() => real.promote(key)),
	remove: (area, key) => stepped(() => real.remove(area, key)),
	read: (key) => real.read(key),
	has: (key) => real.has(key),
	list: (area) => real.list(area)
};
const vault = { store, ring: keyringOf([MASTER_1]) };
const worker = system('prepare-papers');
const withinAs =
	(actor: Parameters<typeof unitOfWork>[0]): Within =>
	(work) =>
		stepped(() => unitOfWork(actor, work));

const picture = await colouredPage('white');
const file = { fileName: 'carte.jpg', declaredType: 'image/jpeg', body: inParts(picture) };
const what = () => ({ personId, category: 'national_id_card', sendingId: randomUUID() });
await deliverPaper(vault, applicant, file, what, withinAs(applicant));
await preparePapers({
	vault,
	within: withinAs(worker),
	antivirus: {
		scan: async (body) => {
			await Array.fromAsync(body);
			return { verdict: 'clean' };
		},
		state: () => Promise.resolve({ answers: true, version: 'none', signaturesAt: null })
	},
	draw: async function* (_type, body) {
		await Array.fromAsync(body);
		for (const colour of ['white', 'red']) {
			step();
			yield { width: 120, height: 170, bytes: await colouredPage(colour) };
		}
	}
});
await closeDatabase();
console.log(steps);
