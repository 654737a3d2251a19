/** On every answer, whatever its status and whoever gives it. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
	'x-frame-options': 'DENY'
};
