import { afterEach, expect, test, vi } from 'vitest';
import { keepGuide } from './keep-guide.ts';

const LIST = '/fr/hors-ligne/pages.json';

/** What a browser is to this script; what happens in it is done by the test. */
function browser(has: {
	saveData?: boolean;
	onLine?: boolean;
	list?: string | null;
	idle?: boolean;
}) {
	const { saveData = false, onLine = true, list = LIST, idle = true } = has;
	const [loaded, idled]: [(() => void)[], (() => void)[]] = [[], []];
	const asked = vi.fn();
	vi.stubGlobal('document', {
		readyState: 'interactive',
		querySelector: () => (list === null ? null : { dataset: { list } })
	});
	vi.stubGlobal('navigator', {
		connection: { saveData },
		onLine,
		serviceWorker: { ready: Promise.resolve({ active: { postMessage: asked } }) }
	});
	vi.stubGlobal('addEventListener', (_: 'load', run: () => void) => loaded.push(run));
	vi.stubGlobal('self', idle ? { requestIdleCallback: (run: () => void) => idled.push(run) } : {});
	const all = async (waiting: (() => void)[]) => {
		for (const run of waiting.splice(0)) run();
		await Promise.resolve();
	};
	return { asked, load: () => all(loaded), rest: () => all(idled) };
}

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test('a phone is asked for what is read without a network once the page is there and it has nothing else to do', async () => {
	const { asked, load, rest } = browser({});
	keepGuide();
	await rest();
	expect(asked).not.toHaveBeenCalled();
	await load();
	expect(asked).not.toHaveBeenCalled();
	await rest();
	expect(asked.mock.calls).toEqual([[{ type: 'KEEP', list: LIST }]]);
});

test('a browser that does not say when it is idle is left two seconds after the page', async () => {
	vi.useFakeTimers();
	const { asked, load } = browser({ idle: false });
	keepGuide();
	await load();
	await vi.advanceTimersByTimeAsync(1_999);
	expect(asked).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(1);
	expect(asked).toHaveBeenCalledOnce();
});

test.each([
	['that saves its data', { saveData: true }],
	['without a network', { onLine: false }],
	['on a page that names no list', { list: null }]
])('a phone %s fetches nothing that nobody asked for', async (_, has) => {
	const { asked, load, rest } = browser(has);
	keepGuide();
	await load();
	await rest();
	expect(asked).not.toHaveBeenCalled();
});
