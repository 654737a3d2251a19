import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
	DEMO_MASTER_KEYS,
	DEMO_SECRET_KEY,
	EnvironmentRefused,
	readEnvironment,
	VARIABLES
} from './environment.ts';

const KEY = 'Zk3vT0Wm8qLx5nYb1RcUe7JhSgAo2PdKi9FtNwXyM4Q=';
const production = {
	DATABASE_URL: 'postgres://guichet_web:secret@database/guichet',
	ORIGIN: 'https://logement.example.fr',
	MASTER_KEYS: `1:${KEY}`,
	SECRET_KEY: KEY
};

function reasons(source: Record<string, string | undefined>): string[] {
	try {
		readEnvironment(source);
		return [];
	} catch (error) {
		if (error instanceof EnvironmentRefused) return error.reasons;
		throw error;
	}
}

describe('an operator starting production', () => {
	test('is let through with every secret given, and gets the defaults of the rest', () => {
		const read = readEnvironment(production);
		expect(read).toMatchObject({ GUICHET_MODE: 'production', PORT: 3000, JOBS: 'on' });
		expect(read.DATABASE_OWNER_URL).toBe(production.DATABASE_URL);
		expect(read.MASTER_KEYS).toEqual([{ version: 1, key: Buffer.from(KEY, 'base64') }]);
		expect(read.STORAGE_DIR).toBe(`${read.DATA_DIR}/papers`);
	});

	test.each(Object.keys(production))('is refused without %s, which is named', (name) => {
		expect(reasons({ ...production, [name]: undefined })).toEqual([`${name} is missing`]);
		expect(reasons({ ...production, [name]: ' ' })).toEqual([`${name} is missing`]);
	});

	test('is refused with a secret of the demonstration', () => {
		expect(reasons({ ...production, SECRET_KEY: DEMO_SECRET_KEY })).toEqual([
			'SECRET_KEY is a demo secret'
		]);
		expect(reasons({ ...production, MASTER_KEYS: `2:${KEY},${DEMO_MASTER_KEYS}` })).toEqual([
			'MASTER_KEYS holds a demo secret'
		]);
	});

	test('is refused with a key anybody would try first', () => {
		const zeros = Buffer.alloc(32).toString('base64');
		expect(reasons({ ...production, SECRET_KEY: zeros })).toEqual(['SECRET_KEY is a demo secret']);
	});

	test('is refused with a clock that is not the real one', () => {
		const FAKE_NOW = '2026-11-23T09:00:00+01:00';
		expect(reasons({ ...production, FAKE_NOW })[0]).toMatch(/^FAKE_NOW is refused/);
	});

	test('is refused over plain HTTP, except on the machine itself', () => {
		const ORIGIN = 'http://logement.example.fr';
		expect(reasons({ ...production, ORIGIN })).toEqual(['ORIGIN must begin with https://']);
		expect(reasons({ ...production, ORIGIN: 'http://localhost:3000' })).toEqual([]);
	});

	test('learns every fault at once, and never reads a secret back', () => {
		const found = reasons({ SECRET_KEY: 'hunter2', MASTER_KEYS: '1:hunter2', PORT: '99999' });
		expect(found.map((line) => line.split(' ')[0])).toEqual(['PORT', 'MASTER_KEYS', 'SECRET_KEY']);
		expect(found.join()).not.toContain('hunter2');
	});

	test('cannot give two papers keys one version', () => {
		expect(reasons({ ...production, MASTER_KEYS: `1:${KEY},1:${KEY}` })).toHaveLength(1);
	});
});

describe('the demonstration', () => {
	test('needs nothing from the environment', () => {
		const read = readEnvironment({ GUICHET_MODE: 'demo', PORT: '3001' });
		expect(read.ORIGIN).toBe('http://localhost:3001');
		expect(read.SECRET_KEY.toString('base64')).toBe(DEMO_SECRET_KEY);
	});

	test('may start its clock anywhere; development may not', () => {
		const FAKE_NOW = '2026-11-23T09:00:00+01:00';
		const read = readEnvironment({ GUICHET_MODE: 'demo', FAKE_NOW });
		expect(read.FAKE_NOW?.toString()).toBe('2026-11-23T08:00:00Z');
		expect(reasons({ GUICHET_MODE: 'development', FAKE_NOW })).toHaveLength(1);
		expect(reasons({ GUICHET_MODE: 'demo', FAKE_NOW: 'tomorrow' })).toHaveLength(1);
	});
});

test('an operator finds every variable in .env.example, and none that does not exist', () => {
	const example = readFileSync('.env.example', 'utf8');
	const listed = [...example.matchAll(/^#? ?([A-Z_0-9]+)=/gm)].map((found) => found[1]);
	const beyond = ['CHROME_PATH', 'PG_DUMP', 'PG_RESTORE', 'BODY_SIZE_LIMIT', 'SHUTDOWN_TIMEOUT'];
	expect(listed.toSorted()).toEqual([...Object.keys(VARIABLES.entries), ...beyond].toSorted());
});
