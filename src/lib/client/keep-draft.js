// Keeps what is typed in a long text in this tab until it is sent: a call, a low battery or a sign-in that ran out must
// not cost somebody their words. One text at a time; signing out empties it (Clear-Site-Data), closing the tab too.
const NAME = 'brouillon';

/** @returns {{ key?: string, text?: string }} */
function kept() {
	try {
		return JSON.parse(sessionStorage.getItem(NAME) ?? '{}') ?? {};
	} catch {
		return {};
	}
}

function keep(key, text) {
	try {
		if (text) sessionStorage.setItem(NAME, JSON.stringify({ key, text }));
		else sessionStorage.removeItem(NAME);
	} catch {
		// No room or no right to store: the text stays on the screen, as without this script.
	}
}

for (const area of document.querySelectorAll('textarea[data-draft]')) {
	const key = area.dataset.draft;
	const { key: whose, text } = kept();
	// Sent, or somebody else's: gone.
	if (area.hasAttribute('data-sent') || (whose && whose !== key)) keep(key, '');
	else if (text && !area.value) {
		area.value = text;
		document.getElementById(area.dataset.restored ?? '')?.removeAttribute('hidden');
	}
	area.addEventListener('input', () => keep(key, area.value));
}
