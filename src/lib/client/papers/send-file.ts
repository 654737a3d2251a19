import {
	PART_BYTES_MAX,
	readBytes,
	readSaid,
	said,
	UPLOAD,
	waitBeforeRetry
} from '../../domain/documents/resume.ts';
import { Lost, type Answer, type Transport } from './transport.ts';

export type Outgoing = {
	file: Blob;
	name: string;
	/** The same content of the same document has the same: sent twice, it is one page. */
	sendingId: string;
	/** Where files of this document are added. */
	address: string;
};

export type Hooks = {
	/** Bytes the server has, or that are on their way to it. */
	progress: (bytes: number) => void;
	/** The server knows the file, at this address. */
	located: (address: string) => void;
	/** The connection is lost (true), or back (false). */
	waiting: (waiting: boolean) => void;
	/** Resolves after `ms`, or earlier when there is a reason to believe in the connection again. */
	pause: (ms: number) => Promise<void>;
	signal: AbortSignal;
};

/** The server will not have this file; `words` say why and what to do, in the person's language. */
export class Declined extends Error {
	override readonly name = 'Declined';
	readonly words: string | null;
	readonly signedOut: boolean;

	constructor(words: string | null, signedOut = false) {
		super('declined');
		this.words = words;
		this.signedOut = signedOut;
	}
}

/**
 * Sends a file, and goes on where it stopped each time the connection is lost, for as long as the page is open.
 * @returns the address of the file on the server
 * @throws Declined; the signal's reason when it is aborted
 */
export async function sendFile(
	transport: Transport,
	outgoing: Outgoing,
	hooks: Hooks
): Promise<string> {
	const sending = new Sending(transport, outgoing, hooks);
	let failures = 0;
	for (;;) {
		hooks.signal.throwIfAborted();
		const before = sending.offset;
		try {
			if (await sending.step()) return sending.location!;
			if (failures > 0) hooks.waiting(false);
			failures = 0;
		} catch (cause) {
			if (!(cause instanceof Lost)) throw cause;
			failures = sending.offset > before ? 1 : failures + 1;
			hooks.waiting(true);
			await hooks.pause(waitBeforeRetry(failures, Math.random()));
		}
	}
}

class Sending {
	location: string | null = null;
	offset = 0;
	/** The last request broke: only the server knows how much of it arrived. */
	#unsure = false;
	readonly #transport: Transport;
	readonly #outgoing: Outgoing;
	readonly #hooks: Hooks;

	constructor(transport: Transport, outgoing: Outgoing, hooks: Hooks) {
		this.#transport = transport;
		this.#outgoing = outgoing;
		this.#hooks = hooks;
	}

	/** One request. @returns whether the file is now there as a whole */
	async step(): Promise<boolean> {
		if (this.#unsure || this.location === null) return this.#learn();
		return this.#read(await this.#send('PATCH', this.location, this.#part()));
	}

	/** Asks how much of the file the server has; announces it when the server may know nothing yet. */
	async #learn(): Promise<boolean> {
		const unsure = this.#unsure;
		this.#unsure = false;
		if (this.location !== null) return this.#read(await this.#send('HEAD', this.location));
		// A photo goes along with its announcement. A large file may be half there since yesterday.
		const { file, address } = this.#outgoing;
		const along = !unsure && file.size <= PART_BYTES_MAX;
		return this.#read(await this.#send('POST', address, along ? file : new Blob([])));
	}

	#part(): Blob {
		return this.#outgoing.file.slice(this.offset, this.offset + PART_BYTES_MAX);
	}

	async #send(method: 'POST' | 'PATCH' | 'HEAD', address: string, body?: Blob): Promise<Answer> {
		const from = this.offset;
		try {
			return await this.#transport({
				method,
				address,
				headers: { accept: 'application/json', ...(body ? this.#headers(method, body) : {}) },
				body,
				onSent: (bytes) => this.#hooks.progress(from + Math.min(bytes, body?.size ?? 0)),
				signal: this.#hooks.signal
			});
		} catch (cause) {
			this.#unsure = true;
			throw cause;
		}
	}

	#headers(method: string, body: Blob): Record<string, string> {
		const { file, name, sendingId } = this.#outgoing;
		const complete = { [UPLOAD.complete]: said(this.offset + body.size === file.size) };
		if (method === 'PATCH') {
			const offset = { [UPLOAD.offset]: String(this.offset) };
			return { ...complete, ...offset, 'content-type': UPLOAD.partType };
		}
		return {
			...complete,
			[UPLOAD.length]: String(file.size),
			'content-type': file.type || 'application/octet-stream',
			'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
			'idempotency-key': sendingId
		};
	}

	/** Takes in what the server says it has. @throws Lost to be tried again, Declined not to be */
	#read(answer: Answer): boolean {
		const has = readBytes(answer.header(UPLOAD.offset));
		const there = answer.status === 409 || (answer.status >= 200 && answer.status < 300);
		if (!there || has === null) throw this.#failed(answer);
		this.offset = has;
		const location = answer.header('location');
		if (location !== null) this.#hooks.located((this.location = location));
		this.#hooks.progress(has);
		return readSaid(answer.header(UPLOAD.complete)) === true;
	}

	#failed({ status, text }: Answer): Error {
		this.#unsure = true;
		if (status >= 500 || status === 429) return new Lost();
		// The guard of private pages leads to the door, which answers 200 and knows nothing of files.
		return new Declined(wordsOf(text), status === 200 || status === 401);
	}
}

function wordsOf(text: string): string | null {
	try {
		const { words } = JSON.parse(text) as { words?: unknown };
		return typeof words === 'string' ? words : null;
	} catch {
		return null;
	}
}
