import { pauseUntilWorthTrying } from './connection.ts';
import { PageList } from './page-list.ts';
import type { Prepared } from './prepare-photo.ts';
import { sendingIdOf } from './same-content.ts';
import { Declined, sendFile } from './send-file.ts';
import { ask } from './transport.ts';
import { Stopped, UnderWay } from './under-way.ts';
import { Words } from './words.ts';

/*
 * The page where a document is put together. Without it the same forms work, one page load a page. With it each photo
 * leaves as soon as it is taken, one at a time, and the page says what happens. The tools (reducing, cutting) are
 * loaded when they are first of use.
 */
class Draft {
	readonly #root: HTMLElement;
	readonly #words: Words;
	readonly #pages: PageList;
	readonly #status: HTMLElement;
	/** Pages taken and not there yet. */
	#open = 0;
	#line: Promise<unknown> = Promise.resolve();
	#sendWhenDone = false;

	constructor(root: HTMLElement) {
		this.#root = root;
		this.#words = new Words(root);
		this.#pages = new PageList(root, this.#words);
		this.#status = root.querySelector<HTMLElement>('[data-status]')!;
	}

	start(): void {
		const root = this.#root;
		for (const input of root.querySelectorAll<HTMLInputElement>('[data-add] [type=file]')) {
			input.addEventListener('change', () => this.#chosen(input));
			// Loaded while the camera opens; once it is open, the network may be gone.
			input.addEventListener('click', () => void loadPreparing().catch(() => undefined));
			if (!input.hasAttribute('capture')) input.multiple = true;
		}
		root.querySelector<HTMLElement>('[data-hide-first]')!.hidden = false;
		root.addEventListener('submit', (event) => this.#submitted(event));
		root.addEventListener('click', (event) => this.#clicked(event));
		window.addEventListener('beforeunload', (event) => {
			if (this.#open > 0) event.preventDefault();
		});
		this.#pages.decorate();
		root.toggleAttribute('data-ready', true);
	}

	#chosen(input: HTMLInputElement): void {
		const hideFirst = this.#root.querySelector<HTMLInputElement>('[data-hide-first] input')!;
		for (const file of input.files ?? []) this.#queue(file, hideFirst.checked);
		// The same file may be chosen again.
		input.value = '';
	}

	/** One page at a time: a phone's memory holds one photo, and its network one sending. */
	#queue(file: File, editFirst: boolean): void {
		this.#open += 1;
		const page = this.#pages.length + this.#open;
		const line = new UnderWay(this.#root, this.#words, page);
		this.#next(() => this.#bring(file, line, page, editFirst));
	}

	#next(work: () => Promise<void>): void {
		this.#line = this.#line.then(work).finally(() => this.#done());
	}

	#done(): void {
		this.#open -= 1;
		if (this.#open > 0 || !this.#sendWhenDone) return;
		this.#sendWhenDone = false;
		this.#root.querySelector<HTMLFormElement>('[data-send]')?.requestSubmit();
	}

	async #bring(file: File, line: UnderWay, page: number, editFirst: boolean): Promise<void> {
		try {
			line.signal.throwIfAborted();
			this.#say('preparing', { page });
			const prepared = await prepare(file);
			if (prepared.picture) line.show(prepared.file);
			const edited = editFirst && prepared.picture ? await this.#edit(prepared.file, 0) : null;
			await this.#send({ ...prepared, file: edited ?? prepared.file }, line, page);
			this.#say('received', { page });
		} catch (cause) {
			this.#failed(cause, line, page);
		}
	}

	/** @param replaces the page that this one takes the place of once it is there */
	async #send(prepared: Prepared, line: UnderWay, page: number, replaces?: string): Promise<void> {
		const { file, name, picture, faults } = prepared;
		const { draft = '', address = '' } = this.#root.dataset;
		let half = false;
		this.#say('sending', { page });
		const location = await sendFile(
			ask,
			{
				file,
				name,
				sendingId: await sendingIdOf(file, draft),
				address: replaces ? `${address}?remplace=${replaces}` : address
			},
			{
				signal: line.signal,
				pause: pauseUntilWorthTrying,
				located: (where) => line.located(where),
				waiting: (waiting) => this.#say(waiting ? 'offline' : 'back'),
				progress: (bytes) => {
					line.progress(Math.floor((bytes / file.size) * 100));
					if (half || bytes < file.size / 2) return;
					half = true;
					if (bytes < file.size) this.#say('half', { page });
				}
			}
		);
		const fileId = location.slice(location.lastIndexOf('/') + 1);
		if (picture) this.#pages.hold(fileId, { picture: file, faults });
		await this.#pages.refresh();
		line.remove();
	}

	#failed(cause: unknown, line: UnderWay, page: number): void {
		if (cause instanceof Stopped) return void this.#pages.refresh();
		line.fail(this.#why(cause));
		this.#say('refused', { page }, this.#why(cause));
	}

	#why(cause: unknown): string {
		if (cause instanceof Error && cause.name === 'HeicUnread') return this.#words.say('heic');
		if (!(cause instanceof Declined)) return this.#words.say('failed');
		if (cause.signedOut) return this.#words.say('signedOut');
		return cause.words ?? this.#words.say('failed');
	}

	#clicked({ target }: Event): void {
		const button = (target as Element).closest<HTMLElement>('[data-edit]');
		const tile = button?.closest<HTMLElement>('[data-file]');
		if (!tile) return;
		const { file = '', place } = tile.dataset;
		this.#open += 1;
		this.#next(() => this.#retouch(file, Number(place)));
	}

	/** Changes a page that is there: the new picture takes its place, and the former one is destroyed. */
	async #retouch(fileId: string, page: number): Promise<void> {
		const found = await this.#pages.pictureOf(fileId).catch(() => null);
		const edited = found && (await this.#edit(found.picture, found.quarterTurns));
		if (!edited) return;
		const line = new UnderWay(this.#root, this.#words, page);
		line.show(edited);
		const picture = { file: edited, name: 'page.jpg', picture: true, faults: [] };
		try {
			await this.#send(picture, line, page, fileId);
			this.#say('edited');
		} catch (cause) {
			this.#failed(cause, line, page);
		}
	}

	async #edit(picture: Blob, quarterTurns: number): Promise<Blob | null> {
		const { editPicture } = await import('./editor.ts');
		const dialog = this.#root.querySelector<HTMLDialogElement>('[data-editor]')!;
		return editPicture(dialog, picture, quarterTurns);
	}

	#submitted(event: SubmitEvent): void {
		const form = event.target as HTMLFormElement;
		if (form.matches('[data-quiet]')) {
			event.preventDefault();
			void this.#change(form, event.submitter);
		}
		if (form.matches('[data-send]') && this.#open > 0) {
			event.preventDefault();
			this.#sendWhenDone = true;
			this.#say('waitingToSend');
		}
	}

	/** A change to one page, without leaving this one: what is being sent would be cut. */
	async #change(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
		const body = new URLSearchParams();
		for (const [name, value] of new FormData(form, submitter)) body.append(name, String(value));
		try {
			const headers = { accept: 'text/html' };
			const answer = await fetch(form.action, { method: 'POST', body, headers });
			this.#pages.draw(await answer.text());
			this.#status.textContent = submitter?.dataset['said'] ?? '';
		} catch {
			this.#say('unchanged');
		}
	}

	#say(name: string, values: Record<string, string | number> = {}, more = ''): void {
		this.#status.textContent = `${this.#words.say(name, values)} ${more}`.trim();
	}
}

const loadPreparing = () => import('./prepare-photo.ts');

/** Reduced when it can be; as it is when the tool itself did not come. @throws HeicUnread */
async function prepare(file: File): Promise<Prepared> {
	const tool = await loadPreparing().catch(() => null);
	if (tool) return tool.preparePhoto(file);
	return { file, name: file.name, picture: file.type.startsWith('image/'), faults: [] };
}

const root = document.querySelector<HTMLElement>('[data-draft]');
if (root) new Draft(root).start();
