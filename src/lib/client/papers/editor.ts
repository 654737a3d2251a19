import { PHOTO_EDGE_MAX, scaledTo } from '../../domain/documents/photo.ts';
import { BandList } from './band-list.ts';
import {
	bandBetween,
	cutAt,
	NOTHING_CUT,
	sidesNear,
	withCut,
	type Cut,
	type Point,
	type Side
} from './edit-state.ts';

/** Encoded a second time: a little finer than the first, so that small print survives both. */
const QUALITY = 0.8;

/**
 * Opens a picture to cut its edges, turn it, or hide a number under black. What is hidden is painted over: nothing of
 * it is in what comes back.
 * @returns the picture as it was kept; null when the person changed nothing or went back
 */
export async function editPicture(
	dialog: HTMLDialogElement,
	picture: Blob,
	quarterTurns: number
): Promise<Blob | null> {
	const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' });
	try {
		return await new Editor(dialog, bitmap, quarterTurns).open();
	} finally {
		bitmap.close();
	}
}

class Editor {
	readonly #dialog: HTMLDialogElement;
	readonly #bitmap: ImageBitmap;
	readonly #canvas: HTMLCanvasElement;
	readonly #bands: BandList;
	readonly #ended = new AbortController();
	#turns: number;
	#changed = false;
	#cut: Cut = NOTHING_CUT;

	constructor(dialog: HTMLDialogElement, bitmap: ImageBitmap, quarterTurns: number) {
		this.#dialog = dialog;
		this.#bitmap = bitmap;
		this.#turns = quarterTurns;
		this.#canvas = dialog.querySelector('canvas')!;
		this.#bands = new BandList(dialog, this.#ended.signal, () => this.#touched());
	}

	open(): Promise<Blob | null> {
		const { signal } = this.#ended;
		this.#listen(signal);
		this.#draw();
		this.#showCut();
		this.#dialog.returnValue = '';
		this.#dialog.showModal();
		return new Promise((resolve) => {
			const closed = () => {
				this.#ended.abort();
				resolve(this.#dialog.returnValue === 'garder' && this.#changed ? this.#result() : null);
			};
			this.#dialog.addEventListener('close', closed, { signal });
		});
	}

	#listen(signal: AbortSignal): void {
		this.#dialog.addEventListener('input', (event) => this.#slid(event), { signal });
		this.#dialog.addEventListener('click', (event) => this.#clicked(event), { signal });
		this.#canvas.addEventListener('pointerdown', (event) => this.#held(event), { signal });
	}

	#clicked({ target }: Event): void {
		if (!(target as Element).closest('[data-turn]')) return;
		this.#turns = (this.#turns + 1) % 4;
		// What was drawn on the picture as it lay no longer lies on the same words.
		this.#bands.clear();
		this.#cut = NOTHING_CUT;
		this.#showCut();
		this.#touched();
	}

	#slid({ target }: Event): void {
		const { cut } = (target as HTMLInputElement).dataset;
		if (!cut) return;
		this.#cut = withCut(this.#cut, cut as Side, Number((target as HTMLInputElement).value));
		this.#showCut();
		this.#touched();
	}

	/** A finger on the picture: draws a band, or takes hold of the nearest edge. */
	#held(down: PointerEvent): void {
		down.preventDefault();
		const from = this.#pointOf(down);
		const hiding = this.#dialog.querySelector<HTMLInputElement>('[value=cacher]')!.checked;
		const sides = hiding ? [] : sidesNear(this.#cut, from);
		const band = hiding ? this.#bands.add(bandBetween(from, from)) : null;
		const done = new AbortController();
		const move = (event: PointerEvent) => {
			const at = this.#pointOf(event);
			if (band !== null) this.#bands.change(band, bandBetween(from, at));
			for (const side of sides) this.#cut = withCut(this.#cut, side, cutAt(side, at));
			this.#showCut();
			this.#touched();
		};
		this.#canvas.setPointerCapture(down.pointerId);
		this.#canvas.addEventListener('pointermove', move, { signal: done.signal });
		for (const end of ['pointerup', 'pointercancel'] as const)
			this.#canvas.addEventListener(end, () => done.abort(), { signal: done.signal });
	}

	#pointOf(event: PointerEvent): Point {
		const box = this.#canvas.getBoundingClientRect();
		return {
			x: ((event.clientX - box.left) / box.width) * 100,
			y: ((event.clientY - box.top) / box.height) * 100
		};
	}

	#touched(): void {
		this.#changed = true;
		this.#draw();
	}

	#showCut(): void {
		for (const slider of this.#dialog.querySelectorAll<HTMLInputElement>('[data-cut]'))
			slider.value = String(this.#cut[slider.dataset['cut'] as Side]);
	}

	/** The whole picture, with what is hidden in black and what is cut off in the shade. */
	#draw(): void {
		const context = this.#paint(this.#canvas, 1000);
		const { width, height } = this.#canvas;
		const { top, right, bottom, left } = this.#cut;
		context.fillStyle = 'rgb(19 35 43 / 65%)';
		context.fillRect(0, 0, width, (height * top) / 100);
		context.fillRect(0, height * (1 - bottom / 100), width, height);
		const [from, tall] = [(height * top) / 100, (height * (100 - top - bottom)) / 100];
		context.fillRect(0, from, (width * left) / 100, tall);
		context.fillRect(width * (1 - right / 100), from, width, tall);
	}

	/** The picture upright with its bands, no longer than `edge` pixels. */
	#paint(canvas: HTMLCanvasElement, edge: number): CanvasRenderingContext2D {
		const { width, height } = this.#bitmap;
		const lying = this.#turns % 2 === 1;
		const size = scaledTo(lying ? { width: height, height: width } : { width, height }, edge);
		Object.assign(canvas, size);
		const context = canvas.getContext('2d')!;
		const [across, down] = lying ? [size.height, size.width] : [size.width, size.height];
		context.imageSmoothingQuality = 'high';
		context.translate(size.width / 2, size.height / 2);
		context.rotate((this.#turns * Math.PI) / 2);
		context.drawImage(this.#bitmap, -across / 2, -down / 2, across, down);
		context.resetTransform();
		context.fillStyle = '#000';
		const [x, y] = [size.width / 100, size.height / 100];
		for (const { left, top, width: wide, height: tall } of this.#bands.all)
			context.fillRect(left * x, top * y, wide * x, tall * y);
		return context;
	}

	#result(): Promise<Blob | null> {
		const whole = document.createElement('canvas');
		this.#paint(whole, PHOTO_EDGE_MAX);
		const { top, right, bottom, left } = this.#cut;
		const kept = document.createElement('canvas');
		kept.width = Math.round((whole.width * (100 - left - right)) / 100);
		kept.height = Math.round((whole.height * (100 - top - bottom)) / 100);
		const [x, y] = [(whole.width * left) / 100, (whole.height * top) / 100];
		kept.getContext('2d')!.drawImage(whole, -Math.round(x), -Math.round(y));
		return new Promise((resolve) => kept.toBlob(resolve, 'image/jpeg', QUALITY));
	}
}
