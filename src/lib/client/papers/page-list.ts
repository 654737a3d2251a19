import type { ReadingFault } from '../../domain/documents/readable.ts';
import { pauseUntilWorthTrying } from './connection.ts';
import type { Words } from './words.ts';

/** A photo that is still in the hands of the page; a page that is loaded anew has none. */
export type Shot = { picture: Blob; faults: ReadingFault[] };

/** Parts of the page that the server draws again after each change. */
const DRAWN_BY_SERVER = ['pages', 'envoi'];

/** The pages of the draft, as the server tells them, with the photos that the phone still holds. */
export class PageList {
	readonly #root: HTMLElement;
	readonly #words: Words;
	readonly #shots = new Map<string, Shot>();
	readonly #shown = new Map<string, string>();

	constructor(root: HTMLElement, words: Words) {
		this.#root = root;
		this.#words = words;
	}

	get length(): number {
		return this.#tiles().length;
	}

	hold(fileId: string, shot: Shot): void {
		this.#shots.set(fileId, shot);
	}

	/** The picture of a page: the one in hand, or the one the server made of it. */
	async pictureOf(fileId: string): Promise<{ picture: Blob; quarterTurns: number } | null> {
		const held = this.#shots.get(fileId);
		const tile = this.#tiles().find((one) => one.dataset['file'] === fileId);
		const quarterTurns = Number(tile?.dataset['rotation'] ?? 0) / 90;
		if (held) return { picture: held.picture, quarterTurns };
		const image = tile?.querySelector<HTMLImageElement>('[data-shown]');
		if (!image) return null;
		// The server's picture is already turned.
		const answer = await fetch(image.src);
		return answer.ok ? { picture: await answer.blob(), quarterTurns: 0 } : null;
	}

	/** Shows what the server says now; waits for the connection when there is none. */
	async refresh(): Promise<void> {
		for (;;) {
			try {
				const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } });
				return this.draw(await answer.text());
			} catch {
				await pauseUntilWorthTrying(3_000);
			}
		}
	}

	draw(html: string): void {
		const page = new DOMParser().parseFromString(html, 'text/html');
		// Another page came in its place: the door, or the list once the document is sent.
		if (!page.querySelector('[data-draft]')) return location.reload();
		const focused = document.activeElement?.id;
		for (const id of DRAWN_BY_SERVER) {
			const drawn = page.getElementById(id);
			if (drawn) document.getElementById(id)?.replaceWith(document.adoptNode(drawn));
		}
		const adding = this.#root.querySelector('[data-add]')?.closest('section');
		adding?.toggleAttribute('data-first', this.length === 0);
		this.decorate();
		if (focused && document.activeElement?.id !== focused) this.#focusAgain(focused);
	}

	/** Puts on each tile what only the phone knows: its photo, advice on it, and the tool to change it. */
	decorate(): void {
		for (const tile of this.#tiles()) {
			const fileId = tile.dataset['file']!;
			const shot = this.#shots.get(fileId);
			if (shot) this.#showShot(tile, fileId, shot);
			const shown = shot ?? tile.querySelector('[data-shown]');
			const edit = tile.querySelector<HTMLElement>('[data-edit]');
			if (edit) edit.hidden = !shown;
		}
	}

	#showShot(tile: HTMLElement, fileId: string, { picture, faults }: Shot): void {
		const url = this.#shown.get(fileId) ?? URL.createObjectURL(picture);
		this.#shown.set(fileId, url);
		const image = new Image();
		image.src = url;
		image.alt = this.#words.say('alt', { page: tile.dataset['place'] ?? '' });
		image.style.rotate = `${tile.dataset['rotation']}deg`;
		tile.querySelector('[data-look]')?.replaceChildren(image);
		tile.querySelector('[data-waits]')?.remove();
		const advice = tile.querySelector<HTMLElement>('[data-advice]')!;
		advice.textContent = faults.map((fault) => this.#words.say(fault)).join(' ');
		advice.hidden = faults.length === 0;
	}

	/** A button that moved keeps the focus; one that is gone gives it to the title of the list. */
	#focusAgain(id: string): void {
		const again = document.getElementById(id) ?? document.getElementById('pages-titre');
		again?.focus();
	}

	#tiles(): HTMLElement[] {
		return [...this.#root.querySelectorAll<HTMLElement>('[data-file]')];
	}
}
