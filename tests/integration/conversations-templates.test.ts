import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { VISITOR, type Agent } from '../../src/lib/domain/accounts/actor.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { replyTemplates } from '../../src/lib/server/conversations/queries.ts';
import {
	saveTemplate,
	type SaveTemplateInput
} from '../../src/lib/server/conversations/save-template.ts';
import { takeTemplate } from '../../src/lib/server/conversations/take-template.ts';
import { agentOf, as, MONDAY, newApplicant, outcomeOf } from '../support/booking.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
let antibes: Agent;
let head: Agent;
beforeAll(async () => {
	db = await testDatabase();
	antibes = { ...(await agentOf('antibes')), name: 'Camille' };
	head = { ...(await agentOf('antibes', 'head')), name: 'Alix' };
});
beforeEach(() => setClock(MONDAY));
afterAll(() => db.drop());

const TEXT: SaveTemplateInput = {
	id: null,
	title: 'Il manque une pièce',
	texts: { fr: 'Bonjour {prenom}, {lien-pieces}', ar: 'مرحبا {prenom}، {lien-pieces}', en: '' },
	position: 1,
	active: true
};
const save = (who: Agent, others: Partial<SaveTemplateInput> = {}) =>
	as(who, (tx, actor) => saveTemplate(tx, actor, { ...TEXT, ...others }));

describe('an agent', () => {
	test('takes a template in the language of the person, with the French beside', async () => {
		const templateId = await save(head);
		const { applicationId } = await newApplicant({ commune: '06004', locale: 'ar' });
		const taken = await as(antibes, (tx, actor) =>
			takeTemplate(tx, actor, { applicationId, templateId })
		);
		expect(taken.locale).toBe('ar');
		expect(taken.text).toMatch(/^مرحبا Nour، http.*\/ar\/espace\/pieces$/);
		expect(taken.french).toMatch(/^Bonjour Nour, http.*[^r]\/espace\/pieces$/);
	});

	test('takes it in French when nobody has written it in that language', async () => {
		const templateId = await save(head);
		const { applicationId } = await newApplicant({ commune: '06004', locale: 'en' });
		const taken = await as(antibes, (tx, actor) =>
			takeTemplate(tx, actor, { applicationId, templateId })
		);
		expect(taken).toMatchObject({ locale: 'fr', wanted: 'en', french: null });
	});

	test('does not take one that was put aside, nor for a request that is not of the territory', async () => {
		const aside = await save(head, { active: false });
		const { applicationId, ...nour } = await newApplicant({ commune: '06004' });
		const templateId = await save(head);
		const take = (who: Parameters<typeof as>[0], id: string) =>
			outcomeOf(as(who, (tx, actor) => takeTemplate(tx, actor, { applicationId, templateId: id })));
		expect(await take(antibes, aside)).toBe('NotFound');
		expect(await take(antibes, 'nulle-part')).toBe('NotFound');
		expect(await take(antibes, templateId)).toBe('done');
		for (const stranger of [await agentOf('valbonne'), { ...nour, applicationId }, VISITOR])
			expect(await take(stranger, templateId)).toBe('NotFound');
	});

	test('does not edit them; the head of service does', async () => {
		expect(await outcomeOf(save(antibes))).toBe('Refused');
		const id = await save(head, { title: 'Horaires' });
		expect(await save(head, { id, title: 'Horaires d’été' })).toBe(id);
		const titles = await as(head, (tx) => replyTemplates(tx, 'all'));
		expect(titles.filter(({ title }) => title.startsWith('Horaires'))).toHaveLength(1);
		expect(await outcomeOf(save(head, { id: '0198c0de-0000-7000-8000-00000000dead' }))).toBe(
			'NotFound'
		);
		expect(await outcomeOf(save(head, { texts: { fr: 'Bonjour {nom}' } }))).toBe('template-blank');
	});
});

test('an installation starts with templates in every language of the interface', async () => {
	const found = await as(head, (tx) => replyTemplates(tx, 'active'));
	const seeded = found.filter(({ title }) => title === 'Où en est ma demande');
	expect(seeded).toHaveLength(1);
	for (const { body } of seeded)
		expect(Object.keys(body).sort()).toEqual(['ar', 'en', 'fr', 'it', 'pt', 'uk']);
});
