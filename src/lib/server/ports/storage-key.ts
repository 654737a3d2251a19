import { randomBytes } from 'node:crypto';
import type { StorageKey } from './storage.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 26;
/** The largest multiple of 36 in a byte: bytes above it would favour the first letters. */
const FAIR = 252;

/** A new random name for an object of the store. */
export function newStorageKey(): StorageKey {
	let key = '';
	while (key.length < LENGTH) {
		for (const byte of randomBytes(LENGTH * 2)) {
			if (byte < FAIR && key.length < LENGTH) key += LETTERS[byte % LETTERS.length];
		}
	}
	return key;
}
