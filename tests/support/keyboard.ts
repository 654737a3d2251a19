import type { Page } from '@playwright/test';

/** Presses Tab until something with this text, or this label, has the focus, as a person without a mouse does. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
	for (let presses = 0; presses < 120; presses += 1) {
		await page.keyboard.press('Tab');
		const text = await page.evaluate(() => {
			const at = document.activeElement;
			return at instanceof HTMLInputElement ? at.labels?.[0]?.innerText : at?.textContent;
		});
		if (name.test((text ?? '').trim())) return;
	}
	throw new Error(`Tab never reaches ${String(name)}`);
}
