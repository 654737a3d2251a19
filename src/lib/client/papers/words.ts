/** The sentences of a page's script, written by the server in the person's language. */
export class Words {
	readonly #words: Readonly<Record<string, string>>;

	constructor(root: HTMLElement) {
		this.#words = JSON.parse(root.dataset['words'] ?? '{}') as Record<string, string>;
	}

	/** The sentence of this name, with what it leaves open filled in. */
	say(name: string, values: Record<string, string | number> = {}): string {
		const sentence = this.#words[name] ?? '';
		return sentence.replace(/\{(\w+)\}/g, (hole, key: string) => String(values[key] ?? hole));
	}
}
