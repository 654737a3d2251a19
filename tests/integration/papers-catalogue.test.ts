import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seedReference } from '../../drizzle/seed/reference.ts';
import type { Actor, Agent } from '../../src/lib/domain/accounts/actor.ts';
import { TEXT_LANGUAGES } from '../../src/lib/domain/documents/catalogue-text.ts';
import { KIND_DRAWINGS, type KindDraft } from '../../src/lib/domain/documents/paper-kind-form.ts';
import { NotFound, Refused } from '../../src/lib/domain/errors.ts';
import { setClock } from '../../src/lib/server/clock.ts';
import { paperCategory } from '../../src/lib/server/db/schema/documents.ts';
import { acceptPaper } from '../../src/lib/server/documents/accept-paper.ts';
import { addKind } from '../../src/lib/server/documents/add-kind.ts';
import { changeKind } from '../../src/lib/server/documents/change-kind.ts';
import { deliverPaper } from '../../src/lib/server/documents/deliver-paper.ts';
import { kindByCode } from '../../src/lib/server/documents/kind-by-code.ts';
import { paperCatalogue } from '../../src/lib/server/documents/paper-catalogue.ts';
import { paperKinds } from '../../src/lib/server/documents/queries.ts';
import { reviewPaper } from '../../src/lib/server/documents/review-paper.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';
import { as, journalOf, rowOf, sendReady, withinOf } from '../support/papers/desk.ts';
import { agentOf, makeHousehold, type Household } from '../support/papers/household.ts';
import { inParts, jpegBytes, temporaryVault } from '../support/papers/vault.ts';

let database: TestDatabase;
let vault: Awaited<ReturnType<typeof temporaryVault>>;
let agent: Agent;
let head: Agent;
let home: Household;

beforeAll(async () => {
	database = await testDatabase();
	vault = await temporaryVault();
	agent = await agentOf('antibes');
	head = { ...agent, role: 'head', counterIds: [] };
});
beforeEach(async () => {
	setClock('2026-11-23T09:00:00+01:00');
	home = await makeHousehold('06004');
});
afterAll(async () => {
	setClock();
	await vault.drop();
	await database.drop();
});

const draft = (over: Partial<KindDraft> = {}): KindDraft => ({
	label: { fr: 'Attestation d’assurance' },
	explanation: { fr: 'Donnée par votre assureur.' },
	refused: { fr: 'Une attestation ancienne.' },
	groupCode: 'housing',
	level: 'on_request',
	drawing: 'certificate',
	source: 'note du service',
	perPerson: false,
	sensitive: false,
	confirmed: false,
	active: true,
	hold: false,
	...over
});
const change = (actor: Actor, code: string, kind: KindDraft) =>
	as(actor, (tx) => changeKind(tx, actor, { code, kind }));
/** A kind as it stands, to change one thing of it. */
const asIs = async (code: string): Promise<KindDraft> => {
	const {
		position: _position,
		updatedAt: _at,
		code: _code,
		...kind
	} = await as(head, (tx) => kindByCode(tx, head, code));
	return { ...kind, hold: false } as KindDraft;
};

describe('the catalogue of papers, as it comes', () => {
	it('has a picture for every kind, and says of each what it is and what will not do, in six languages', async () => {
		const kinds = await as(agent, paperKinds);
		for (const { code, drawing, ...words } of kinds) {
			expect(KIND_DRAWINGS).toContain(drawing);
			for (const text of [words.label, words.explanation, words.refused]) {
				expect([code, ...TEXT_LANGUAGES.filter((language) => !text[language])]).toEqual([code]);
			}
		}
		expect(kinds.every(({ confirmed, source }) => !confirmed && source)).toBe(true);
	});
});

describe('the head of service', () => {
	it('words a kind anew, confirms it, and the journal says so; the seed does not take it back', async () => {
		const kind = { ...(await asIs('rent_receipt')), refused: { fr: 'Un brouillon.' } };
		await change(head, 'rent_receipt', { ...kind, confirmed: true, drawing: 'letter' });
		await seedReference();
		expect(await as(head, (tx) => kindByCode(tx, head, 'rent_receipt'))).toMatchObject({
			refused: { fr: 'Un brouillon.' },
			confirmed: true,
			drawing: 'letter'
		});
		expect(await journalOf('rent_receipt')).toEqual(['change-paper-kind']);
	});

	it('changes the French: translations that were not typed again go, unless they still hold', async () => {
		const kind = await asIs('title_deed');
		const reworded = (label: KindDraft['label'], hold = false) =>
			change(head, 'title_deed', { ...kind, label, hold });
		const label = async () => (await asIs('title_deed')).label;
		await reworded({ ...kind.label, it: 'Atto' });
		expect(await label()).toEqual({ ...kind.label, it: 'Atto' });
		await reworded({ ...kind.label, it: 'Atto', fr: 'Acte de propriété' }, true);
		expect(await label()).toEqual({ ...kind.label, it: 'Atto', fr: 'Acte de propriété' });
		await reworded({ ...kind.label, it: 'Atto', fr: 'Acte d’achat', pt: 'Escritura de compra' });
		expect(await label()).toEqual({ fr: 'Acte d’achat', pt: 'Escritura de compra' });
		await reworded({ fr: 'Acte d’achat' });
		expect(await label()).toEqual({ fr: 'Acte d’achat' });
	});

	it('makes a kind sensitive: its papers are closed to agents without the right, those sent before too', async () => {
		const paperId = await sendReady(vault, home, { category: 'notice_to_quit' });
		await change(head, 'notice_to_quit', { ...(await asIs('notice_to_quit')), sensitive: true });
		const filter = { list: 'to_check', counter: null, group: null } as const;
		const seen = await as(agent, (tx) => reviewPaper(tx, agent, { paperId, filter }));
		expect(seen).toMatchObject({ pages: [], paper: { mayOpen: false } });
	});

	it('adds a kind that people may send, and no second one of that name', async () => {
		const code = await as(head, (tx) => addKind(tx, head, { kind: draft() }));
		expect(code).toBe('attestation_d_assurance');
		const paperId = await sendReady(vault, home, { category: code });
		expect(await rowOf(paperId)).toMatchObject({ categoryCode: code, personId: null });
		const kind = draft({ label: { fr: 'ATTESTATION D’ASSURANCE' } });
		await expect(as(head, (tx) => addKind(tx, head, { kind }))).rejects.toMatchObject({
			rule: 'kind-exists'
		});
		expect(await journalOf(code)).toEqual(['add-paper-kind']);
	});

	it('retires a kind: nobody is offered it any more, and papers that were sent keep it', async () => {
		const paperId = await sendReady(vault, home, { category: 'demolition_notice' });
		await change(head, 'demolition_notice', {
			...(await asIs('demolition_notice')),
			active: false
		});
		const offered = await as(agent, paperCatalogue);
		expect(offered.some(({ code }) => code === 'demolition_notice')).toBe(false);
		const file = { fileName: 'a.jpg', declaredType: 'image/jpeg', body: inParts(jpegBytes(4_000)) };
		const what = () => ({
			personId: null,
			category: 'demolition_notice',
			sendingId: randomUUID()
		});
		await expect(
			deliverPaper(vault, home.applicant, file, what, withinOf(home.applicant))
		).rejects.toMatchObject({ rule: 'paper-unknown-kind' });
		const real = { category: 'demolition_notice', personId: null };
		await as(agent, (tx) => acceptPaper(tx, agent, { paperId, real }));
		expect((await rowOf(paperId)).state).toBe('accepted');
	});

	it.each([{ active: false }, { level: 'on_request' as const }])(
		'cannot do without what any request needs: %o',
		async (over) => {
			const kind = { ...(await asIs('tax_notice_n2')), ...over };
			await expect(change(head, 'tax_notice_n2', kind)).rejects.toMatchObject({
				rule: 'kind-needed'
			});
		}
	);
});

describe('an agent', () => {
	it('reads the catalogue and changes nothing of it', async () => {
		const kind = await asIs('lease');
		await expect(change(agent, 'lease', kind)).rejects.toThrow(Refused);
		await expect(as(agent, (tx) => addKind(tx, agent, { kind: draft() }))).rejects.toThrow(Refused);
		await expect(change(home.applicant, 'lease', kind)).rejects.toThrow(Refused);
	});

	it('finds no kind that does not exist, and the database deletes none', async () => {
		await expect(as(agent, (tx) => kindByCode(tx, agent, 'toaster'))).rejects.toThrow(NotFound);
		await expect(
			as(head, (tx) => tx.delete(paperCategory).where(eq(paperCategory.code, 'lease')))
		).rejects.toThrow();
	});
});
