/**
 * Where a browser may ask us to send to: the push services of the browsers there are, and nobody else. The address
 * comes from the phone, and our server must not be made to call any other (OWASP, server-side request forgery).
 */
const SERVICES = [
	/^fcm\.googleapis\.com$/,
	/^jmt17\.google\.com$/,
	/^updates\.push\.services\.mozilla\.com$/,
	/^(?:[a-z0-9-]+\.)*notify\.windows\.com$/,
	/^(?:[a-z0-9-]+\.)*push\.apple\.com$/
];

/** @param isTest a push service on this very machine is one too: tests have no other */
export function isPushAddress(address: string, isTest = false): boolean {
	if (!URL.canParse(address)) return false;
	const { protocol, hostname, port, username } = new URL(address);
	if (isTest && hostname === '127.0.0.1') return true;
	if (protocol !== 'https:' || port !== '' || username !== '') return false;
	return SERVICES.some((service) => service.test(hostname));
}
