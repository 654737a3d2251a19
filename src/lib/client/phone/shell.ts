import { forgetOthers, holdsSomething } from './forget.ts';
import { proposeInstall } from './install.ts';
import { keepGuide } from './keep-guide.ts';
import { notice } from './notice.ts';

/*
 * What every page brings: the service worker, a calm word when the network is gone, a new version, the icon on the home
 * screen. A page without JavaScript works the same; it only says less.
 */

const { lang, dataset } = document.documentElement;

const person = document.querySelector<HTMLElement>('[data-person]')?.dataset['person'];
// A kept copy was fetched as nobody: it says nothing of who is signed in.
if (person && !dataset['kept']) forgetOthers(person);

/** Forms bring their script when somebody touches one, or when this tab holds something of one. */
const loadForms = () => {
	removeEventListener('focusin', onForm);
	removeEventListener('pointerdown', onForm);
	const address = document.querySelector<HTMLElement>('[data-forms]')?.dataset['forms'];
	if (address) void import(/* @vite-ignore */ address);
};
const onForm = ({ target }: Event) => {
	if ((target as Element).closest?.('form[method=post i]')) loadForms();
};
addEventListener('focusin', onForm);
addEventListener('pointerdown', onForm);
if (holdsSomething()) loadForms();

const sayConnection = () => {
	const told = notice('offline');
	if (!told) return;
	// The page that says "offline" has said it.
	told.hidden =
		(navigator.onLine && !dataset['kept']) ||
		Boolean(document.querySelector('[data-says-offline]'));
	const day = told.querySelector('time');
	if (!day || !dataset['kept']) return;
	day.textContent = new Date(dataset['kept']).toLocaleDateString(lang, { dateStyle: 'long' });
	day.parentElement!.hidden = false;
};
addEventListener('online', sayConnection);
addEventListener('offline', sayConnection);
sayConnection();
proposeInstall();

// Without a network a form would leave for the page that says so, and what is typed with it. It stays where it is; one
// that may wait was taken by the script of forms.
addEventListener('submit', (event) => {
	if (navigator.onLine || event.defaultPrevented) return;
	if ((event.target as HTMLFormElement).method !== 'post') return;
	event.preventDefault();
	const told = notice('form');
	if (!told) return;
	told.hidden = false;
	// It says the same and more.
	notice('offline')!.hidden = true;
	addEventListener('online', () => (told.hidden = true), { once: true });
});

// The icon's badge says that there is news: it goes when the news is read, and with whoever it was for.
const unread = document.querySelector<HTMLElement>('[data-unread]')?.dataset['unread'];
if (!dataset['kept'] && (unread === '0' || person === 'nobody')) {
	void navigator.clearAppBadge?.().catch(() => undefined);
}

// The search of a kept page: a script that only a phone without a network asks for, and finds among what is kept.
const search = document.querySelector<HTMLElement>('[data-offline-search]');
if (search && dataset['kept']) void import(/* @vite-ignore */ search.dataset['script']!);

if ('serviceWorker' in navigator) {
	const follow = (known: ServiceWorkerRegistration) =>
		void import('./update.ts').then(({ followUpdate }) => followUpdate(known));
	navigator.serviceWorker
		.register('/service-worker.js')
		.then((known) => {
			if (known.waiting) follow(known);
			known.addEventListener('updatefound', () => {
				if (navigator.serviceWorker.controller) follow(known);
			});
		})
		// Private browsing may refuse it.
		.catch(() => undefined);
	keepGuide();
}
