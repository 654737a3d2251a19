import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system } from '../../src/lib/domain/accounts/actor.ts';
import { FILE_BYTES_MAX } from '../../src/lib/domain/documents/limits.ts';
import type { SettingKey } from '../../src/lib/domain/settings/settings.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { inGoodTime } from '../../src/lib/server/documents/sending-places.ts';
import { setSetting } from '../../src/lib/server/settings/set-setting.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { makeHousehold, type Household } from '../support/papers/household.ts';
import { filesOf, fillRequest, sendOne, type Sending } from '../support/papers/sending.ts';
import { jpegBytes, objects, temporaryVault } from '../support/papers/vault.ts';

let database: TestDatabase;
let vault: Awaited<ReturnType<typeof temporaryVault>>;
let home: Household;

beforeAll(async () => {
	database = await testDatabase();
});
beforeEach(async () => {
	await vault?.drop();
	vault = await temporaryVault();
	home = await makeHousehold();
});
afterAll(async () => {
	await vault.drop();
	await database.drop();
});

const send = (sending: Sending = {}) => sendOne(vault, home, sending);
const fill = (files: number, bytes: number) => fillRequest(vault, home, files, bytes);
const rows = () => filesOf(home);

describe('a request holds so many files and no more', () => {
	it('of two sent at once for the last place, one is taken', async () => {
		await fill(29, 1_000);
		const sent = await Promise.allSettled([send(), send({ bytes: jpegBytes(3_000) })]);
		const refused = sent.filter((one) => one.status === 'rejected');
		expect(refused).toMatchObject([{ reason: { rule: 'file-too-many-files' } }]);
		expect(await rows()).toHaveLength(30);
		expect(await objects(vault, 'incoming')).toEqual([]);
	});

	it('nor more than 150 MB', async () => {
		await fill(16, FILE_BYTES_MAX);
		await expect(send()).rejects.toMatchObject({ rule: 'file-request-full' });
	});
});

describe('so many bodies are read at once and no more', () => {
	/** A body that has begun and does not end before it is told to. */
	function held() {
		const end = Promise.withResolvers<void>();
		async function* body() {
			yield jpegBytes(10_000);
			await end.promise;
		}
		return { body: body(), end: end.resolve };
	}
	const sendHeld = (to: Household, body: AsyncIterable<Uint8Array>) => sendOne(vault, to, { body });

	it('two of one person; a place is free again once one has ended', async () => {
		const [one, two] = [held(), held()];
		const [first, second] = [sendHeld(home, one.body), sendHeld(home, two.body)];
		await expect(send()).rejects.toMatchObject({ rule: 'file-busy-person' });
		one.end();
		await first;
		await send();
		two.end();
		await second;
		expect(await rows()).toHaveLength(3);
	});

	it('eight in all, whoever sends', async () => {
		const homes = await Promise.all(Array.from({ length: 8 }, () => makeHousehold()));
		const bodies = homes.map(() => held());
		const sendings = homes.map((one, index) => sendHeld(one, bodies[index]!.body));
		await expect(send()).rejects.toMatchObject({ rule: 'file-busy-service' });
		for (const { end } of bodies) end();
		await Promise.all(sendings);
		expect((await send()).repeated).toBe(false);
	});

	it('and one that comes too slowly is ended, its place given back and nothing kept', async () => {
		let seconds = 0;
		async function* slow() {
			for (;;) {
				seconds += 5;
				yield jpegBytes(20_000);
			}
		}
		const sending = sendHeld(
			home,
			inGoodTime(slow(), () => seconds)
		);
		await expect(sending).rejects.toMatchObject({ rule: 'file-too-slow' });
		expect([await rows(), await objects(vault, 'incoming')]).toEqual([[], []]);
	});
});

describe('a service that chose other figures', () => {
	it('takes a file over the usual 10 MB, and refuses one file too many of a smaller number', async () => {
		const choose = (key: SettingKey, value: number) =>
			unitOfWork(system('test'), (tx) =>
				setSetting(tx, system('test'), { key, value, confirmed: true })
			);
		await choose('paper_file_megabytes', 15);
		await choose('paper_files', 15);
		try {
			await send({ bytes: jpegBytes(FILE_BYTES_MAX + 1) });
			await fill(14, 1_000);
			await expect(send()).rejects.toMatchObject({ rule: 'file-too-many-files' });
		} finally {
			await choose('paper_file_megabytes', 10);
			await choose('paper_files', 30);
		}
		expect(await rows()).toHaveLength(15);
	});
});
