/*
 * Keyboard shortcuts of the agent's paper screens. What has `data-key` is clicked by its key; "?" opens the list of
 * them. They never act while something is being typed, and the list has a switch that turns them off on this machine
 * (WCAG 2.1.4). Without this script the page works by Tab and Enter.
 */
const STORED = 'raccourcis-clavier';
const root = document.documentElement;

/* Storage may be refused (private browsing): the shortcuts then are on, and the switch holds for the page. */
const isOn = () => {
	try {
		return localStorage.getItem(STORED) !== 'non';
	} catch {
		return root.dataset.keys !== 'off';
	}
};

function remember(on) {
	try {
		localStorage.setItem(STORED, on ? 'oui' : 'non');
	} catch {
		// It holds until the page is left.
	}
	show(on);
}

/* The page says which keys it has, to eyes (kbd) and to programs (aria-keyshortcuts), only while they work. */
function show(on = isOn()) {
	root.dataset.keys = on ? 'on' : 'off';
	for (const target of document.querySelectorAll('[data-key]')) {
		if (on) target.setAttribute('aria-keyshortcuts', target.dataset.key.toUpperCase());
		else target.removeAttribute('aria-keyshortcuts');
	}
	for (const opener of document.querySelectorAll('[data-keys-open]')) opener.hidden = false;
	for (const box of document.querySelectorAll('[data-keys-switch]')) box.checked = on;
}

/* Where a letter is a letter: nothing there is a shortcut. Radios and boxes take no letters. */
function isTyping(target) {
	if (!(target instanceof Element)) return false;
	if (target.closest('textarea, select, [contenteditable]')) return true;
	return target.matches('input:not([type=radio], [type=checkbox])');
}

/*
 * The top row of a French keyboard gives "&é" where others give "12": figures are read from the key's place. So are
 * letters on a keyboard that has no Latin ones.
 */
function keyOf({ key, code }) {
	const figure = /^(?:Digit|Numpad)(\d)$/.exec(code);
	if (figure) return figure[1];
	if (/^[a-z?]$/i.test(key)) return key.toLowerCase();
	return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : '';
}

const list = () => document.querySelector('dialog[data-keys-list]');

document.addEventListener('keydown', (event) => {
	if (event.defaultPrevented || event.isComposing || event.repeat) return;
	if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
	if (!isOn() || list()?.open) return;
	const key = keyOf(event);
	if (key === '?') {
		event.preventDefault();
		list()?.showModal();
		return;
	}
	const target = key && document.querySelector(`[data-key="${key}"]:not([disabled])`);
	if (!target) return;
	event.preventDefault();
	target.click();
	// What opens a part of the page leads there; a choice is announced where it is.
	if (target.matches('summary')) {
		target.parentElement.querySelector('input:not([type=hidden]), textarea, select')?.focus();
	} else if (target.matches('input')) target.focus();
});

document.addEventListener('click', ({ target }) => {
	if (!(target instanceof Element)) return;
	if (target.closest('[data-keys-open]')) list()?.showModal();
	if (target.closest('[data-keys-close]')) list()?.close();
});

document.addEventListener('change', ({ target }) => {
	if (target instanceof HTMLInputElement && target.matches('[data-keys-switch]')) {
		remember(target.checked);
	}
});

// Said by the other script each time it has put another paper on the page.
document.addEventListener('desk:shown', () => show());
show();
