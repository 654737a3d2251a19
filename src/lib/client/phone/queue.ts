import { TAB_PREFIX } from './forget.ts';
import { notice } from './notice.ts';

/*
 * What can wait for the network (a message to the counter, a fact said to be wrong): held in this tab, said as waiting, sent once the network is
 * back, and said as sent when the server has said so. In the page and not in the worker: Background Sync does not exist
 * everywhere. The form's own number makes a second sending the same one; the tag makes the server refuse it under
 * anybody else.
 */

interface Waiting {
	action: string;
	body: string;
	page: string;
	/** Where the tab keeps the same words, for as long as they have not arrived (kept-form.ts). */
	keptAs: string;
	state: 'waiting' | 'sent' | 'failed';
}

/** The phone says that it has a network before the first answer comes through it. */
const FIRST_PAUSE_MS = 2_000;
const LAST_PAUSE_MS = 64_000;

export class Queue {
	readonly #person: string;
	#isSending = false;
	#pause = FIRST_PAUSE_MS;

	constructor(person: string) {
		this.#person = person;
		for (const event of ['online', 'visibilitychange']) {
			addEventListener(event, () => void this.sendNow(), true);
		}
		void this.sendNow();
	}

	/**
	 * @param submitter the button that sent the form, whose value goes with it
	 * @param keptAs where the tab keeps what is typed in it
	 */
	hold(form: HTMLFormElement, submitter: HTMLElement | null, keptAs: string): void {
		const data = new FormData(form, submitter);
		const body = new URLSearchParams([...data].map(([name, value]) => [name, String(value)]));
		const entry = {
			action: form.action,
			body: String(body),
			page: location.href,
			keptAs,
			state: 'waiting'
		};
		sessionStorage.setItem(this.#key(crypto.randomUUID()), JSON.stringify(entry));
		form.inert = true;
		this.say();
	}

	/** There is a reason to try: the network is back, or somebody looks at the page again. */
	sendNow(): Promise<void> {
		this.#pause = FIRST_PAUSE_MS;
		return this.send();
	}

	/** Sends what waits, one after the other; what was sent under another person is never looked at. */
	async send(): Promise<void> {
		this.say();
		if (this.#isSending || !navigator.onLine) return;
		this.#isSending = true;
		for (const [key, entry] of this.#entries()) {
			if (entry.state !== 'waiting') continue;
			const state = await this.#outcome(entry);
			const body = state === 'sent' ? '' : entry.body;
			sessionStorage.setItem(key, JSON.stringify({ ...entry, body, state }));
			if (state !== 'sent') continue;
			// The same words, as keep-draft.js and kept-form.ts keep them.
			sessionStorage.removeItem('brouillon');
			sessionStorage.removeItem(entry.keptAs);
		}
		this.#isSending = false;
		this.say();
		this.#tryLater();
	}

	/** A few times, each after a longer pause; then the next reason to try does it. */
	#tryLater(): void {
		if (!this.#entries().some(([, { state }]) => state === 'waiting')) return;
		if (this.#pause > LAST_PAUSE_MS) return;
		setTimeout(() => void this.send(), this.#pause);
		this.#pause *= 2;
	}

	/** The state that matters most, on the line at the foot of the page. */
	say(): void {
		const line = notice('queue');
		const entries = this.#entries();
		if (!line || entries.length === 0) return;
		const state = (['failed', 'waiting', 'sent'] as const).find((one) =>
			entries.some(([, entry]) => entry.state === one)
		)!;
		for (const part of line.querySelectorAll<HTMLElement>('[data-state]')) {
			part.hidden = part.dataset['state'] !== state;
		}
		const [, { page }] = entries.find(([, entry]) => entry.state === state)!;
		const link = line.querySelector('a')!;
		link.hidden = state === 'waiting';
		link.href = page;
		line.hidden = false;
		// It says the same and more.
		const offline = notice('offline');
		if (offline && state === 'waiting') offline.hidden = true;
		// Said once: what has arrived is not said again on the next page.
		for (const [key, entry] of entries) if (entry.state === 'sent') sessionStorage.removeItem(key);
	}

	async #outcome({ action, body }: Waiting): Promise<Waiting['state']> {
		const headers = { accept: 'text/html', 'x-personne': this.#person };
		const answer = await fetch(action, {
			method: 'POST',
			headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
			body
		}).catch(() => null);
		if (!answer || answer.status >= 500) return 'waiting';
		// Signed out meanwhile: the door answers, and nothing was sent.
		if (/\/connexion$/.test(new URL(answer.url).pathname)) return 'waiting';
		return answer.ok ? 'sent' : 'failed';
	}

	#key = (id: string) => `${TAB_PREFIX}${this.#person}:queue:${id}`;

	#entries(): [string, Waiting][] {
		return Object.keys(sessionStorage)
			.filter((key) => key.startsWith(this.#key('')))
			.flatMap((key): [string, Waiting][] => {
				const entry = readable(sessionStorage.getItem(key));
				return entry ? [[key, entry]] : [];
			});
	}
}

/** What another version wrote, or anybody, may be anything: it must not keep a page from working. */
function readable(text: string | null): Waiting | null {
	try {
		const entry = JSON.parse(text ?? '') as Waiting | null;
		return entry?.action && entry.state ? entry : null;
	} catch {
		return null;
	}
}
