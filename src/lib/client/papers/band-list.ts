import { keptInside, newBand, type Band } from './edit-state.ts';

/**
 * The black bands of a picture, each with four sliders and a button to take it away: drawing with a finger is the
 * quicker way, never the only one.
 */
export class BandList {
	readonly #list: HTMLElement;
	readonly #template: HTMLTemplateElement;
	readonly #changed: () => void;
	#bands = new Map<number, Band>();
	#serial = 0;

	constructor(dialog: HTMLElement, signal: AbortSignal, changed: () => void) {
		this.#list = dialog.querySelector<HTMLElement>('[data-bands]')!;
		this.#template = dialog.querySelector<HTMLTemplateElement>('template[data-band]')!;
		this.#changed = changed;
		this.#list.replaceChildren();
		dialog.addEventListener('click', (event) => this.#clicked(event), { signal });
		this.#list.addEventListener('input', (event) => this.#slid(event), { signal });
	}

	get all(): Band[] {
		return [...this.#bands.values()];
	}

	/** @returns the band's number, to change it by */
	add(band: Band): number {
		const id = (this.#serial += 1);
		const line = this.#template.content.firstElementChild!.cloneNode(true) as HTMLElement;
		line.dataset['id'] = String(id);
		for (const number of line.querySelectorAll('[data-number]'))
			number.textContent = String(this.#bands.size + 1);
		this.#list.append(line);
		this.change(id, band);
		return id;
	}

	change(id: number, band: Band): void {
		const kept = keptInside(band);
		this.#bands.set(id, kept);
		for (const slider of this.#sliders(this.#line(id)))
			slider.value = String(kept[slider.dataset['side'] as keyof Band]);
		this.#changed();
	}

	clear(): void {
		this.#bands.clear();
		this.#list.replaceChildren();
	}

	#clicked({ target }: Event): void {
		const button = (target as Element).closest('button');
		if (button?.hasAttribute('data-add')) {
			this.#line(this.add(newBand())).querySelector('input')!.focus();
		}
		if (!button?.hasAttribute('data-remove')) return;
		const line = button.closest<HTMLElement>('[data-id]')!;
		this.#bands.delete(Number(line.dataset['id']));
		line.remove();
		this.#changed();
	}

	#slid({ target }: Event): void {
		const line = (target as Element).closest<HTMLElement>('[data-id]')!;
		const sides = this.#sliders(line).map((slider) => [
			slider.dataset['side'],
			slider.valueAsNumber
		]);
		this.change(Number(line.dataset['id']), Object.fromEntries(sides) as Band);
	}

	#line(id: number): HTMLElement {
		return this.#list.querySelector<HTMLElement>(`[data-id="${id}"]`)!;
	}

	#sliders(line: HTMLElement): HTMLInputElement[] {
		return [...line.querySelectorAll<HTMLInputElement>('[data-side]')];
	}
}
