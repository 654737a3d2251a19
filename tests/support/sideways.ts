import type { Page } from '@playwright/test';

/**
 * How far a page can be pushed sideways, in pixels; 0 when it fits. Against the screen, not the window: a phone widens
 * its window to what does not fit. One pixel is rounding.
 */
export async function sidewaysOf(page: Page): Promise<number> {
	const wide = await page.evaluate(() => document.documentElement.scrollWidth);
	const over = wide - page.viewportSize()!.width;
	return over > 1 ? over : 0;
}
