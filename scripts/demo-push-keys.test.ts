import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEnvironment } from '../src/lib/server/environment.ts';
import { giveDemoPushKeys } from './demo-push-keys.ts';

test('a demonstration makes its keys for notifications once, in its own folder, and never over given ones', () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'demo-'));
	const started = (given: NodeJS.ProcessEnv = {}) => {
		const env: NodeJS.ProcessEnv = { GUICHET_MODE: 'demo', ...given };
		giveDemoPushKeys(dataDir, env);
		return env;
	};
	const first = started();
	expect(readEnvironment(first).VAPID_PUBLIC_KEY).toMatch(/^B[\w-]{86}$/);
	expect(started()).toEqual(first);
	expect(readdirSync(dataDir)).toEqual(['push-keys.json']);
	expect(statSync(join(dataDir, 'push-keys.json')).mode & 0o077).toBe(0);
	const given = { VAPID_PUBLIC_KEY: 'p'.repeat(87), VAPID_PRIVATE_KEY: 's'.repeat(43) };
	expect(started(given)).toMatchObject(given);
	rmSync(dataDir, { recursive: true });
});
