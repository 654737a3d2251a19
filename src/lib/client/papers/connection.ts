/**
 * Waits so long, or until there is a reason to try at once: the phone found a network, or its owner looks again at a
 * page that slept in a pocket.
 */
export function pauseUntilWorthTrying(ms: number): Promise<void> {
	return new Promise((resolve) => {
		const over = new AbortController();
		const go = () => {
			over.abort();
			clearTimeout(timer);
			resolve();
		};
		const timer = setTimeout(go, ms);
		window.addEventListener('online', go, { signal: over.signal });
		document.addEventListener('visibilitychange', () => document.hidden || go(), {
			signal: over.signal
		});
	});
}
