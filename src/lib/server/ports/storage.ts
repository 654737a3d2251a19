/** 26 characters of [a-z0-9] drawn at random (134 bits): the only names the store knows. */
export type StorageKey = string;

/** `incoming`: being written, or written and not yet vouched for by a row. `kept`: a row names it. */
export type StorageArea = 'incoming' | 'kept';

/**
 * One object of the store, for the sweeper. Its age is by the store's own clock: the application's may be set
 * elsewhere (FAKE_NOW), and an object judged too old is destroyed.
 */
export type StoredObject = { key: StorageKey; ageSeconds: number };

/**
 * Where the sealed bytes of papers lie. It sees ciphertext only and knows neither people nor papers.
 * An adapter must have made the bytes durable when `write` and `promote` return.
 */
export interface PaperStore {
	/**
	 * Writes a new object into `incoming`, streaming: each part is as it is until the next one is asked for. When
	 * `content` throws, nothing is left and its error comes out.
	 * @throws Error when the key is not a key, or is taken
	 */
	write(key: StorageKey, content: AsyncIterable<Uint8Array>): Promise<void>;
	/** Moves an object from `incoming` to `kept`, in one step that either happened or did not. */
	promote(key: StorageKey): Promise<void>;
	/**
	 * The bytes of a kept object, streaming: each part as it is until the next one is asked for.
	 * @throws ObjectMissing before the first byte when there is none
	 */
	read(key: StorageKey): Promise<AsyncIterable<Uint8Array>>;
	has(key: StorageKey): Promise<boolean>;
	/** Removes the object from one area. One that is not there is no error. */
	remove(area: StorageArea, key: StorageKey): Promise<void>;
	/** Every object of an area, in no order. */
	list(area: StorageArea): AsyncIterable<StoredObject>;
}

/** A row names an object that the store does not have: must never happen, and is reported when it does. */
export class ObjectMissing extends Error {
	override readonly name = 'ObjectMissing';

	constructor() {
		super('the store has no such object');
	}
}

const KEY = /^[a-z0-9]{26}$/;

/** @throws Error when `text` is not a key: no other text ever becomes a path */
export function checkedKey(text: string): StorageKey {
	if (!KEY.test(text)) throw new Error('not a storage key');
	return text;
}
