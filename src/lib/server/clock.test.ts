import { afterEach, beforeEach, expect, test } from 'vitest';
import { atMoment, now, setClock, today } from './clock.ts';
import { forgetEnvironment } from './environment.ts';

const before = { ...process.env };

beforeEach(() => {
	process.env['GUICHET_MODE'] = 'test';
	forgetEnvironment();
});

afterEach(() => {
	setClock();
	process.env = { ...before };
	forgetEnvironment();
});

test('a test that sets the clock reads the moment it set', () => {
	setClock('2026-11-23T09:00:00+01:00');
	expect(now().toString()).toBe('2026-11-23T08:00:00Z');
});

test('an applicant at half past midnight in Paris is on the new day, though UTC is not', () => {
	setClock('2026-07-14T22:30:00Z');
	expect(today().toString()).toBe('2026-07-15');
	setClock('2026-12-31T22:59:59Z');
	expect(today().toString()).toBe('2026-12-31');
});

test('a demonstration starts at FAKE_NOW and its time goes by', () => {
	process.env['FAKE_NOW'] = '2030-01-01T00:00:00+01:00';
	forgetEnvironment();
	const elapsed = now().since('2030-01-01T00:00:00+01:00').total('seconds');
	expect(elapsed).toBeGreaterThan(0);
	expect(elapsed).toBeLessThan(3_600);
});

test('a process that starts half an hour after another has the same time', () => {
	process.env['FAKE_NOW'] = '2030-01-01T00:00:00+01:00';
	process.env['FAKE_NOW_SINCE'] = Temporal.Now.instant().subtract({ minutes: 30 }).toString();
	forgetEnvironment();
	const elapsed = now().since('2030-01-01T00:00:00+01:00').total('minutes');
	expect(elapsed).toBeGreaterThanOrEqual(30);
	expect(elapsed).toBeLessThan(90);
});

test('without FAKE_NOW the clock is the real one', () => {
	const apart = now().since(Temporal.Now.instant()).abs().total('seconds');
	expect(apart).toBeLessThan(60);
});

test('nobody sets the clock outside tests', () => {
	process.env['GUICHET_MODE'] = 'demo';
	forgetEnvironment();
	expect(() => setClock('2026-11-23T09:00:00Z')).toThrow('Only tests');
	process.env['GUICHET_MODE'] = 'test';
	forgetEnvironment();
});

test('the seed works at another moment, and nobody beside it notices', async () => {
	setClock('2026-11-23T09:00:00Z');
	const past = Temporal.Instant.from('2025-03-17T09:15:00Z');
	const seen = atMoment(past, async () => {
		await Promise.resolve();
		return now().toString();
	});
	expect(now().toString()).toBe('2026-11-23T09:00:00Z');
	expect(await seen).toBe('2025-03-17T09:15:00Z');
});

test('production has one moment only', async () => {
	Object.assign(process.env, {
		GUICHET_MODE: 'production',
		DATABASE_URL: 'postgres://web@localhost/guichet',
		ORIGIN: 'https://logement.example.fr',
		MASTER_KEYS: `1:${Buffer.from('a master key of thirty-two bytes').toString('base64')}`,
		SECRET_KEY: Buffer.from('a secret key of thirty-two bytes').toString('base64')
	});
	forgetEnvironment();
	const past = Temporal.Instant.from('2025-03-17T09:15:00Z');
	expect(() => atMoment(past, async () => now())).toThrow('production');
	process.env['GUICHET_MODE'] = 'test';
	forgetEnvironment();
});
