import { expect, test } from '@playwright/test';
import { illegibleOf } from '../support/legible.ts';
import { inLanguage, LANGUAGES, pagesBehind } from '../support/public-pages.ts';
import { AMINA, signInApplicant } from '../support/sign-in.ts';

// Words are longer in some languages than in French, and the face that a phone has of its own may be wide.
for (const language of LANGUAGES) {
	test(`every word of an applicant’s pages is whole on a phone (${language})`, async ({
		page,
		context
	}) => {
		await signInApplicant(context, AMINA);
		const faults: string[] = [];
		for (const path of ['/', ...pagesBehind('(applicant)')]) {
			await page.goto(inLanguage(language, path));
			for (const width of [360, 320]) {
				await page.setViewportSize({ width, height: 740 });
				for (const fault of await illegibleOf(page)) faults.push(`${path} at ${width}: ${fault}`);
			}
		}
		expect(faults).toEqual([]);
	});
}
