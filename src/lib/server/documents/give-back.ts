/**
 * Gives the memory of bytes back that nobody will read again: at once, not when garbage is collected, which forty
 * megabytes a second outrun. Whoever reads a part keeps no hold of it beyond the next one. Bytes that share their memory
 * with others are left alone.
 */
export function giveBack({ buffer, byteLength }: Uint8Array): void {
	if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
