type Typed = ReadonlyMap<string, readonly string[]>;

/**
 * The commune that was chosen as the preferred one comes first, whether or not its box was ticked too: the order of
 * the communes is the order of preference.
 */
export function withPreferred(typed: Typed): Typed {
	const first = typed.get('premiere')?.[0];
	if (!first) return typed;
	const others = (typed.get('communes') ?? []).filter((insee) => insee !== first);
	return new Map([...typed, ['communes', [first, ...others]]]);
}
