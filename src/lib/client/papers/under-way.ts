import type { Words } from './words.ts';

/** A page on its way: its picture, an honest bar, and a way to stop. */
export class UnderWay {
	readonly #line: HTMLElement;
	readonly #words: Words;
	readonly #stopping = new AbortController();
	readonly signal = this.#stopping.signal;
	#picture: string | null = null;
	#address: string | null = null;

	constructor(root: HTMLElement, words: Words, page: number) {
		this.#words = words;
		const template = root.querySelector<HTMLTemplateElement>('template[data-tile]')!;
		this.#line = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
		this.#part('title').textContent = words.say('page', { page });
		this.#part('bar').setAttribute('aria-label', words.say('page', { page }));
		this.#part('stop').addEventListener('click', () => {
			this.#stopping.abort(new Stopped());
			this.remove();
			// What came of it goes too; when this does not get through, the page says what is left.
			if (this.#address) void fetch(this.#address, { method: 'DELETE' }).catch(() => undefined);
		});
		root.querySelector('[data-under-way]')!.append(this.#line);
	}

	show(picture: Blob): void {
		const image = new Image();
		this.#picture = image.src = URL.createObjectURL(picture);
		image.alt = '';
		this.#part('look').replaceChildren(image);
	}

	progress(percent: number): void {
		this.#part<HTMLProgressElement>('bar').value = percent;
		this.#part('percent').textContent = this.#words.say('percent', { percent });
	}

	/** Where the server keeps what has come so far. */
	located(address: string): void {
		this.#address = address;
	}

	/** It will not be sent; why, and what to do, until the person takes it away. */
	fail(why: string): void {
		this.#part('bar').hidden = true;
		this.#part('percent').hidden = true;
		this.#part('why').textContent = why;
		this.#part('why').hidden = false;
		this.#part('stop').querySelector('span')!.textContent = this.#words.say('takeAway');
	}

	remove(): void {
		if (this.#picture) URL.revokeObjectURL(this.#picture);
		this.#line.remove();
	}

	#part<E extends HTMLElement>(name: string): E {
		return this.#line.querySelector<E>(`[data-${name}]`)!;
	}
}

/** The person stopped a sending themselves. */
export class Stopped extends Error {
	override readonly name = 'Stopped';
}
