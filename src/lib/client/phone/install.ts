import { notice } from './notice.ts';

/** Chromium's own event (not in TypeScript's library: no other browser has it). */
interface InstallOffer extends Event {
	prompt(): Promise<void>;
}

const REMEMBERED = 'installation=vue';

/**
 * Proposes the icon on the home screen, once, after something useful was done (a success on the page). iOS knows no
 * prompt: there the line leads to the page that says how. The answer is kept in a cookie, which survives signing out.
 */
export function proposeInstall(): void {
	const useful = document.querySelector('.notice.success, [data-done]');
	let offer: InstallOffer | null = null;
	const propose = () => {
		const line = notice('install');
		if (!line || !useful || document.cookie.includes(REMEMBERED)) return;
		line.hidden = false;
		const act = line.querySelector<HTMLElement>('[data-yes]')!;
		act.hidden = !offer;
		line.addEventListener('click', ({ target }) => {
			if (!(target as Element).closest('a, button')) return;
			document.cookie = `${REMEMBERED}; path=/; max-age=31536000; samesite=lax`;
			line.hidden = true;
			if (act.contains(target as Node)) void offer?.prompt();
		});
	};
	addEventListener('beforeinstallprompt', (event) => {
		event.preventDefault();
		offer = event as InstallOffer;
		propose();
	});
	if ((navigator as { standalone?: boolean }).standalone === false) propose();
}
