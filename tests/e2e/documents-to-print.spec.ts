import { expect, test } from '@playwright/test';
import { newApplicant } from '../support/booking.ts';
import { readPdf } from '../support/read-pdf.ts';
import { AGENT_ANTIBES, AMINA, signInApplicant, signInStaff } from '../support/sign-in.ts';

test('an applicant opens their documents, and nothing of them is kept or named @nojs', async ({
	page,
	context
}) => {
	await signInApplicant(context, AMINA);
	await page.goto('/espace/documents');
	const link = page.getByRole('link', { name: /Récapitulatif de votre enregistrement/ });
	const answer = await page.request.get((await link.getAttribute('href')) ?? '');
	expect(answer.headers()).toMatchObject({
		'content-type': 'application/pdf',
		'cache-control': 'private, no-store',
		'content-disposition': 'inline; filename="enregistrement.pdf"'
	});
	const { text } = await readPdf(await answer.body());
	expect(text).toContain('Haddad');
	expect(text).toContain('006 0325 000123 06A01');
});

test('a document has the language of the page beside the French', async ({ page, context }) => {
	await signInApplicant(context, AMINA);
	const answer = await page.request.get('/ar/espace/documents/ma-demande.pdf');
	const { languages, text } = await readPdf(await answer.body());
	expect(languages).toContain('ar');
	expect(text).toContain('Ma demande de logement social');
});

test('a visitor is led to the door, and a document that does not exist is not found', async ({
	page,
	context
}) => {
	const asked = await page.request.get('/espace/documents/ma-demande.pdf', { maxRedirects: 0 });
	expect(asked.status()).toBe(303);
	expect(asked.headers()['location']).toContain('/connexion');
	await signInApplicant(context, AMINA);
	for (const name of ['decision', 'toString', 'autre'])
		expect((await page.request.get(`/espace/documents/${name}.pdf`)).status()).toBe(404);
});

test('an agent prints for a person of the territory, and for no other', async ({
	page,
	context
}) => {
	const { applicationId } = await newApplicant({ commune: '06004' });
	const address = `/agent/demandes/${applicationId}/documents/ma-demande.pdf`;
	await signInStaff(context, AGENT_ANTIBES);
	await page.goto(`/agent/demandes/${applicationId}`);
	await expect(page.locator(`a[href="${address}"]`)).toBeVisible();
	expect((await page.request.get(address)).headers()['content-type']).toBe('application/pdf');
	await signInStaff(context, 'agent.valbonne@demo.test');
	expect((await page.request.get(address)).status()).toBe(404);
	await signInApplicant(context, AMINA);
	expect((await page.request.get(address, { maxRedirects: 0 })).status()).toBe(303);
});
