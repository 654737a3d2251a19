/**
 * A number drawn from a file's content and the document it goes to: choosing again a file whose sending was cut, even
 * after the browser was killed, goes on with that sending, and nothing had to be kept on the device for it.
 */
export async function sendingIdOf(file: Blob, paperId: string): Promise<string> {
	// Only pages served over https may hash; elsewhere a killed sending starts anew.
	if (!globalThis.crypto?.subtle) return randomId();
	const content = new Uint8Array(await file.arrayBuffer());
	const salt = new TextEncoder().encode(paperId);
	const all = new Uint8Array(salt.length + content.length);
	all.set(salt);
	all.set(content, salt.length);
	return asUuid(new Uint8Array(await crypto.subtle.digest('SHA-256', all)));
}

function randomId(): string {
	return asUuid(crypto.getRandomValues(new Uint8Array(16)));
}

/** Version 8: a number whose making is the application's own (RFC 9562). */
function asUuid(bytes: Uint8Array): string {
	bytes[6] = (bytes[6]! & 0x0f) | 0x80;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join(
		''
	);
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
