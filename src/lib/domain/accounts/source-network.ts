/**
 * The network a request comes from: the IPv4 address itself, or the first half (/64) of an IPv6 address, since one
 * subscriber holds all of that half and could otherwise change address at each try.
 */
export function sourceNetwork(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
	if (mapped?.[1]) return mapped[1];
	if (!address.includes(':')) return address;
	const [head = '', tail] = address.split('%')[0]?.toLowerCase().split('::') ?? [];
	const before = head.split(':').filter(Boolean);
	const after = (tail ?? '').split(':').filter(Boolean);
	const zeros =
		tail === undefined
			? []
			: Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
	const half = [...before, ...zeros, ...after].slice(0, 4);
	return `${half.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
