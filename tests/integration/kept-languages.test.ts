import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { replyTemplates } from '../../src/lib/server/conversations/queries.ts';
import { saveTemplate } from '../../src/lib/server/conversations/save-template.ts';
import { replyTemplate } from '../../src/lib/server/db/schema/conversations.ts';
import { unitOfWork } from '../../src/lib/server/db/unit-of-work.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await testDatabase();
});
afterAll(() => database.drop());

const head: Agent = {
	kind: 'agent',
	staffId: '0198c0de-0000-7000-8000-000000000001',
	name: 'Responsable',
	role: 'head',
	counterIds: []
};
const first = async () => (await unitOfWork(head, (tx) => replyTemplates(tx, 'all')))[0]!;
const save = async (texts: Record<string, string>) => {
	const { id, title, position, active } = await first();
	await unitOfWork(head, (tx) => saveTemplate(tx, head, { id, title, texts, position, active }));
};

describe('a text that staff edit in the languages they write', () => {
	it('keeps its other translations as long as the French is the same', async () => {
		const { body } = await first();
		expect(Object.keys(body).sort()).toEqual(['ar', 'en', 'fr', 'it', 'pt', 'uk']);
		await save({ fr: body.fr, en: 'Another sentence.', ar: '' });
		expect((await first()).body).toEqual({
			...{ fr: body.fr, en: 'Another sentence.' },
			...{ it: body['it'], pt: body['pt'], uk: body['uk'] }
		});
	});

	it('loses them when the French says something else: they would not be true', async () => {
		await save({ fr: 'Une autre phrase.', en: '', ar: '' });
		const { id, body } = await first();
		expect(body).toEqual({ fr: 'Une autre phrase.' });
		const [row] = await unitOfWork(system('test'), (tx) =>
			tx.select().from(replyTemplate).where(eq(replyTemplate.id, id))
		);
		expect(row?.body).toEqual(body);
	});
});
