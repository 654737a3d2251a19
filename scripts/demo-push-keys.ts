import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import webpush, { type VapidKeys } from 'web-push';
import { makeDataDir } from './postgres/place.ts';

/**
 * Who a demonstration is to the push services of browsers: a pair of keys made once, in its data folder and nowhere
 * else, so that somebody who tries it is offered notifications. Keys that are given win.
 * @param dataDir absolute; made if it is not there
 */
export function giveDemoPushKeys(dataDir: string, env: NodeJS.ProcessEnv = process.env): void {
	if (env['VAPID_PUBLIC_KEY'] || env['VAPID_PRIVATE_KEY']) return;
	makeDataDir(dataDir);
	const file = join(dataDir, 'push-keys.json');
	if (!existsSync(file)) {
		writeFileSync(file, JSON.stringify(webpush.generateVAPIDKeys()), { mode: 0o600 });
	}
	const { publicKey, privateKey } = JSON.parse(readFileSync(file, 'utf8')) as VapidKeys;
	Object.assign(env, { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey });
}
