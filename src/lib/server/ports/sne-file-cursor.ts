import { isCodeOf } from '../../domain/applications/codes.ts';
import type { LeftOut, LeftOutReason } from '../../domain/applications/sne-request.ts';
import type { SneNode } from './sne-file-xml.ts';

/** What has been left out so far: one entry a path and reason, in the order of the file. */
export class LeftOutList {
	readonly #seen = new Map<string, LeftOut>();

	add(path: string, why: LeftOutReason): void {
		const key = `${why} ${path}`;
		if (!this.#seen.has(key)) this.#seen.set(key, { path, why });
	}

	list(): LeftOut[] {
		return [...this.#seen.values()];
	}
}

/**
 * A place in the tree, from which values are read by name. Reading marks the element as used; a value
 * that is there but cannot be used is noted. Nothing is ever missing loudly: an absent block is a cursor
 * on nothing, whose every value is null.
 */
export class SneCursor {
	readonly node: SneNode | null;
	readonly path: string;
	readonly #leftOut: LeftOutList;

	constructor(node: SneNode | null, path: string, leftOut: LeftOutList) {
		this.node = node;
		this.path = path;
		this.#leftOut = leftOut;
		if (node) node.taken = true;
	}

	get exists(): boolean {
		return this.node !== null;
	}

	/** The only child of that name. A second one is noted, since only the first is read. */
	child(name: string): SneCursor {
		const [first, ...others] = this.#named(name);
		const path = this.#pathOf(name);
		if (others.length > 0) this.#leftOut.add(path, 'repeated');
		for (const other of others) markAll(other);
		return new SneCursor(first ?? null, path, this.#leftOut);
	}

	/** Every child of that name, in order. */
	children(name: string): SneCursor[] {
		return this.#named(name).map((node) => new SneCursor(node, this.#pathOf(name), this.#leftOut));
	}

	/** Text of a child through a reader of values; null when absent or empty, noted when unreadable. */
	value<Value>(name: string, read: (raw: string) => Value | null): Value | null {
		const child = this.child(name);
		const raw = child.text();
		if (raw === '') return null;
		const value = read(raw);
		if (value === null) child.note('unreadable');
		return value;
	}

	/** Value of an attribute of this element, through a reader of values. */
	attribute<Value>(name: string, read: (raw: string) => Value | null): Value | null {
		this.node?.takenAttributes.add(name);
		const raw = present(this.node?.attributes.get(name) ?? '');
		if (raw === '') return null;
		const value = read(raw);
		if (value === null) this.#leftOut.add(`${this.path}@${name}`, 'unreadable');
		return value;
	}

	/** The `code` attribute of a child, when it is of the list; noted when it is not. */
	code<Code extends string>(name: string, list: readonly Code[]): Code | null {
		return this.child(name).ownCode(list);
	}

	/** The `code` attribute of this element, when it is of the list; noted when it is not. */
	ownCode<Code extends string>(list: readonly Code[]): Code | null {
		const raw = this.attribute('code', (text) => text);
		if (raw === null || isCodeOf(list, raw)) return raw;
		this.#leftOut.add(`${this.path}@code`, 'unknown-code');
		return null;
	}

	/** Text of this element, trimmed; empty when there is none. */
	text(): string {
		return present(this.node?.text ?? '');
	}

	note(why: LeftOutReason): void {
		this.#leftOut.add(this.path, why);
	}

	#named(name: string): SneNode[] {
		return this.node?.children.filter((child) => child.name === name && !child.foreign) ?? [];
	}

	#pathOf(name: string): string {
		return this.path === '' ? name : `${this.path}/${name}`;
	}
}

/** One client library of the register writes "None" for no value. */
function present(raw: string): string {
	const text = raw.trim();
	return text === 'None' ? '' : text;
}

function markAll(node: SneNode): void {
	node.taken = true;
	for (const name of node.attributes.keys()) node.takenAttributes.add(name);
	node.children.forEach(markAll);
}
