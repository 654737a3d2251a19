import { TAB_PREFIX } from './forget.ts';

/*
 * What is typed in a form stays in this tab until it is sent: a tunnel, a call or a session that ran out must not cost
 * somebody their words. Never a password, a code or a file; nothing the server wrote into the form.
 */

interface Kept {
	/** By field, or by field and value where several are of one name: its text, or whether it is ticked. */
	values: Record<string, string | boolean>;
	/** Sent, and not known yet whether it arrived. */
	sent: boolean;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const TYPED =
	'textarea, select, input:not([type=hidden], [type=submit], [type=button], [type=search])';
/** A form with one of these is kept not at all; a text with data-draft has its own keeper (keep-draft.js). */
const NEVER =
	'[type=password], [type=file], [autocomplete=one-time-code], [name=code], [name=totp], [data-draft]';

/** Forms of this page that are kept. */
function forms(): HTMLFormElement[] {
	return [...document.forms].filter(
		(form) => form.method === 'post' && form.querySelector(TYPED) && !form.querySelector(NEVER)
	);
}

/** The address without its language: somebody who changes it goes on writing. */
function here(): string {
	const prefix = `/${document.documentElement.lang}/`;
	const { pathname } = location;
	return pathname.startsWith(prefix) ? pathname.slice(prefix.length - 1) : pathname;
}

const beginning = (person: string) => `${TAB_PREFIX}${person}:form:`;
/** What the form is about, where one address has several (which fact, which person). */
const about = (form: HTMLFormElement) =>
	form.querySelector<HTMLInputElement>('input[type=hidden][name=sujet]')?.value ?? '';

/** Under which name this tab keeps what is typed in a form of this page. */
export const keptAs = (person: string, form: HTMLFormElement) =>
	`${beginning(person)}${here()}#${forms().indexOf(form)}:${about(form)}`;

const isTick = (control: Control): control is HTMLInputElement =>
	control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type);

function controlsOf(form: HTMLFormElement): [string, Control][] {
	const controls = [...form.querySelectorAll<Control>(TYPED)].filter(({ name }) => name);
	return controls.map((one) => [isTick(one) ? `${one.name}=${one.value}` : one.name, one]);
}

function keep(person: string, form: HTMLFormElement, sent: boolean): void {
	const values = controlsOf(form).map(([name, one]) => [
		name,
		isTick(one) ? one.checked : one.value
	]);
	const kept: Kept = { values: Object.fromEntries(values), sent };
	try {
		sessionStorage.setItem(keptAs(person, form), JSON.stringify(kept));
	} catch {
		// No room or no right to store: the text stays on the screen, as without this script.
	}
}

/** What another version wrote, or anybody, may be anything: it must not keep a page from working. */
function readable(text: string | null): Kept | null {
	try {
		const kept = JSON.parse(text ?? '') as Kept | null;
		return kept?.values ? kept : null;
	} catch {
		return null;
	}
}

/** The server read the form and asks for something else: it has written back what was typed. */
const isAnswered = () => Boolean(document.querySelector('[data-error-summary]'));
/** This page is the worker's, or says that the fault is ours: the form never arrived, or is not known to have. */
const nothingArrived = () =>
	Boolean(
		document.querySelector('[data-says-offline], [data-nothing-arrived]') ??
		document.documentElement.dataset['kept']
	);

/** The guard asked for the password first: the form was not read (/espace/confirmer). */
const isHeldUp = () => Boolean(document.querySelector('[data-asks-first]'));

function restore(person: string, form: HTMLFormElement, words: string): void {
	const kept = readable(sessionStorage.getItem(keptAs(person, form)));
	if (!kept || isAnswered()) return;
	let isChanged = false;
	for (const [name, control] of controlsOf(form)) {
		const value = kept.values[name];
		if (value === undefined || value === (isTick(control) ? control.checked : control.value))
			continue;
		if (isTick(control)) control.checked = Boolean(value);
		else control.value = String(value);
		isChanged = true;
	}
	if (!isChanged) return;
	const said = document.createElement('p');
	Object.assign(said, { className: 'small muted', role: 'status', textContent: words });
	form.prepend(said);
}

/** On a page that does not know whose tab this is, the worker's or that of a fault: nothing that was sent has arrived. */
export function noticeNothingArrived(): void {
	if (!nothingArrived()) return;
	for (const key of Object.keys(sessionStorage)) {
		if (!key.startsWith(TAB_PREFIX) || !key.includes(':form:')) continue;
		const kept = readable(sessionStorage.getItem(key));
		if (kept?.sent) sessionStorage.setItem(key, JSON.stringify({ ...kept, sent: false }));
	}
}

/** What was sent from another page and was not answered by an error has arrived. */
function forgetArrived(person: string): void {
	for (const key of Object.keys(sessionStorage)) {
		if (!key.startsWith(beginning(person))) continue;
		const kept = readable(sessionStorage.getItem(key));
		if (!kept?.sent) continue;
		const [path] = key.slice(beginning(person).length).split('#');
		const isBack = nothingArrived() || isHeldUp() || (isAnswered() && path === here());
		if (isBack) sessionStorage.setItem(key, JSON.stringify({ ...kept, sent: false }));
		else sessionStorage.removeItem(key);
	}
}

/**
 * @param person whose page this is
 * @param words said on a form that was filled in again
 */
export function keepForms(person: string, words: string): void {
	try {
		forgetArrived(person);
		if (nothingArrived()) return;
		for (const form of forms()) restore(person, form, words);
	} catch {
		// Whatever storage holds, the page works.
	}
	document.addEventListener('input', ({ target }) => {
		const form = (target as Control).form;
		if (form && forms().includes(form)) keep(person, form, false);
	});
	document.addEventListener('submit', (event) => {
		const form = event.target as HTMLFormElement;
		const isLeaving = navigator.onLine && !event.defaultPrevented;
		if (forms().includes(form)) keep(person, form, isLeaving);
	});
}
