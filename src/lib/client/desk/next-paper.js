/*
 * From one paper to the next without waiting: while the agent reads, the first page of the next paper is fetched, and
 * a decision puts the next paper in the place of this one instead of loading a whole page. Nothing is kept once the
 * page is left. Without this script, or when anything goes wrong, the forms work as forms.
 */
/** Pictures that came in advance, by address. */
const ready = new Map();
let busy = false;

function fetchAhead() {
	const address = document.querySelector('[data-ahead]')?.dataset.ahead;
	if (!address || ready.has(address)) return;
	const picture = new Image();
	picture.decoding = 'async';
	picture.src = address;
	ready.clear();
	ready.set(address, picture);
}

/* The picture that is here already takes the place of the one that would be asked for. */
function useReady(main) {
	for (const shown of main.querySelectorAll('img[data-page]')) {
		const picture = ready.get(shown.getAttribute('src'));
		if (!picture) continue;
		for (const { name, value } of shown.attributes) {
			if (name !== 'src') picture.setAttribute(name, value);
		}
		shown.replaceWith(picture);
	}
}

function show(page, address) {
	const main = document.adoptNode(page.querySelector('main'));
	useReady(main);
	document.querySelector('main').replaceWith(main);
	document.title = page.title;
	if (address !== location.href) history.pushState(null, '', address);
	scrollTo(0, 0);
	const heading = main.querySelector('[data-desk-focus]') ?? main.querySelector('h1');
	heading.tabIndex = -1;
	heading.focus();
	document.dispatchEvent(new CustomEvent('desk:shown'));
	fetchAhead();
}

async function decide(form, submitter) {
	const body = new URLSearchParams(new FormData(form, submitter));
	const answer = await fetch(form.action, {
		method: 'POST',
		body,
		headers: { accept: 'text/html' }
	});
	const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
	// Elsewhere (the list, a sign-in) other styles hold: that page is loaded as a page.
	const isPaper = page.querySelector('main [data-desk]') !== null;
	if (answer.redirected && !isPaper) location.assign(answer.url);
	else if (isPaper) show(page, answer.redirected ? answer.url : location.href);
	else location.reload();
}

document.addEventListener('submit', (event) => {
	const form = event.target;
	if (!(form instanceof HTMLFormElement) || !form.matches('[data-desk-form]')) return;
	// Without a network the shell keeps the form where it is, and says so.
	if (!navigator.onLine) return;
	event.preventDefault();
	// A second press while the first is on its way decides nothing.
	if (busy) return;
	busy = true;
	form.setAttribute('aria-busy', 'true');
	decide(form, event.submitter)
		.catch(() => location.reload())
		.finally(() => {
			busy = false;
			form.removeAttribute('aria-busy');
		});
});

addEventListener('popstate', () => location.reload());
fetchAhead();
