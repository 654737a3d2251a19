/**
 * What `make` gives for a key, made once: for what is the same whoever asks and whenever, and costs more to make than to
 * find (a moment on the clock of Paris, a day in words). Never for anything of a person.
 *
 * @param most how many are kept; at one more, all are made anew as they are asked for
 * @param make gives the same for the same key, and nothing that anybody changes
 */
export function lasting<Key, Value>(most: number, make: (key: Key) => Value): (key: Key) => Value {
	const known = new Map<Key, Value>();
	return (key) => {
		const found = known.get(key);
		if (found !== undefined) return found;
		const made = make(key);
		if (known.size >= most) known.clear();
		known.set(key, made);
		return made;
	};
}
