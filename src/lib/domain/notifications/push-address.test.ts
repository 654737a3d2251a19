import { describe, expect, it } from 'vitest';
import { isPushAddress } from './push-address.ts';

describe('where "news on your request" may be sent', () => {
	it('is the push service of a browser', () => {
		expect(isPushAddress('https://fcm.googleapis.com/fcm/send/abc')).toBe(true);
		expect(isPushAddress('https://updates.push.services.mozilla.com/wpush/v2/x')).toBe(true);
		expect(isPushAddress('https://web.push.apple.com/QH')).toBe(true);
	});

	it('is nothing else: not our own network, not a name that only looks like one', () => {
		for (const address of [
			'http://fcm.googleapis.com/x',
			'https://fcm.googleapis.com:8443/x',
			'https://fcm.googleapis.com.evil.test/x',
			'https://evilpush.apple.com.test/x',
			'https://169.254.169.254/latest',
			'http://127.0.0.1:9/x',
			'nothing'
		]) {
			expect(isPushAddress(address), address).toBe(false);
		}
	});

	it('is this machine in tests only', () => {
		expect(isPushAddress('http://127.0.0.1:9/x', true)).toBe(true);
	});
});
