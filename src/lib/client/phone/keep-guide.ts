/** What Chromium tells of the connection (not in TypeScript's library: no other browser has it). */
type Connected = { connection?: { saveData?: boolean } };

/**
 * Asks the worker to fetch what is read without a network, which nobody asked for: once the page is there and the phone
 * has nothing else to do, and never where people save their data.
 */
export function keepGuide(): void {
	whenIdle(async () => {
		const { saveData } = (navigator as Connected).connection ?? {};
		const list = document.querySelector<HTMLElement>('[data-list]')?.dataset['list'];
		if (saveData || !list || !navigator.onLine) return;
		const { active } = await navigator.serviceWorker.ready;
		active?.postMessage({ type: 'KEEP', list });
	});
}

/** After the page is there and the phone has nothing else to do. */
function whenIdle(work: () => void): void {
	const later = self.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 2000));
	if (document.readyState === 'complete') later(work);
	else addEventListener('load', () => later(work));
}
