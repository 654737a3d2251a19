import { join, resolve } from 'node:path';
import * as v from 'valibot';

/** How the program runs. Anything that does not say so is production, so that nothing opens by omission. */
export const MODES = ['production', 'demo', 'test', 'development'] as const;

/** Known to everyone who reads this file: good for fictional people, refused in production. */
export const DEMO_SECRET_KEY = Buffer.from('guichet-logement-demo-secret-32b').toString('base64');
const DEMO_MASTER_KEY = Buffer.from('guichet-logement-demo-papers-32b').toString('base64');
export const DEMO_MASTER_KEYS = `1:${DEMO_MASTER_KEY}`;

// Messages never quote the value: it may be a secret, and they are printed.
const described = (description: string) => v.description<string, string>(description);
const text = (description: string) => v.pipe(v.string(), described(description));
const matching = (pattern: RegExp, expected: string, description: string) =>
	v.pipe(v.string(), v.regex(pattern, `must be ${expected}`), described(description));

const database = (description: string) =>
	matching(
		/^postgres(ql)?:\/\/\S+$/,
		'an address such as postgres://role:password@host/name',
		description
	);

const THIRTY_TWO_BYTES = 'must be 32 bytes in base64: openssl rand -base64 32';
const key = v.pipe(
	v.string(THIRTY_TWO_BYTES),
	v.regex(/^[A-Za-z0-9+/]{43}=$/, THIRTY_TWO_BYTES),
	v.transform((value) => Buffer.from(value, 'base64'))
);

const wholeNumber = (least: number, most: number, description: string) =>
	v.pipe(
		v.string(),
		v.regex(/^\d{1,5}$/, 'must be a whole number'),
		v.transform(Number),
		v.minValue(least, `must be at least ${least}`),
		v.maxValue(most, `must be at most ${most}`),
		v.description(description)
	);

const instant = v.pipe(
	v.string(),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		try {
			return Temporal.Instant.from(dataset.value);
		} catch {
			addIssue({ message: 'must be a moment such as 2026-11-23T09:00:00+01:00' });
			return NEVER;
		}
	})
);

const VERSIONED = 'must be version:base64 of 32 bytes, comma-separated, newest first';
const masterKeys = v.pipe(
	v.string(),
	v.transform((value) => value.split(',').map((entry) => entry.trim().split(':'))),
	v.array(
		v.pipe(
			v.strictTuple(
				[v.pipe(v.string(), v.regex(/^[1-9]\d{0,4}$/, VERSIONED), v.transform(Number)), key],
				VERSIONED
			),
			v.transform(([version, bytes]) => ({ version, key: bytes }))
		)
	),
	v.check(
		(keys) => new Set(keys.map((one) => one.version)).size === keys.length,
		'repeats a version'
	),
	v.description(
		'Keys that encrypt the keys of papers, newest first: version:base64, comma-separated'
	)
);

/** Every variable the program reads, with what it is for. .env.example lists the same names. */
export const VARIABLES = v.object({
	GUICHET_MODE: v.optional(
		v.pipe(v.picklist(MODES, `must be one of ${MODES.join(', ')}`), v.description('How it runs')),
		'production'
	),
	DATABASE_URL: v.optional(database('PostgreSQL, as a role that is a member of guichet_app')),
	DATABASE_OWNER_URL: v.optional(database('The role that owns the schema, for migrations')),
	COLLECTIVITY: v.optional(
		text('Who asks for papers, as copies of them say; empty: they say nothing'),
		'CASA'
	),
	ORIGIN: v.optional(
		matching(
			/^https?:\/\/[^/\s]+$/,
			'an address such as https://logement.example.fr',
			'Public address'
		)
	),
	HOST: v.optional(text('Address to listen on'), '0.0.0.0'),
	PORT: v.optional(wholeNumber(0, 65_535, 'Port to listen on'), '3000'),
	DATA_DIR: v.optional(text('Folder of everything kept outside the database'), '.data'),
	STORAGE_DIR: v.optional(text('Folder of the encrypted papers; DATA_DIR/papers unless given')),
	MASTER_KEYS: v.optional(masterKeys),
	SECRET_KEY: v.optional(
		v.pipe(
			key,
			v.description('32 bytes in base64: signs links, encrypts the secrets of second factors')
		)
	),
	SMTP_URL: v.optional(
		matching(/^smtps?:\/\/\S+$/, 'an address such as smtps://user:password@host:465', 'Mail server')
	),
	MAIL_FROM: v.optional(text('Sender of e-mails'), 'Guichet Logement <ne-pas-repondre@localhost>'),
	SMS_URL: v.optional(
		matching(/^https?:\/\/\S+$/, 'an address such as https://api.example.fr/sms', 'SMS provider')
	),
	SMS_HEADER: v.optional(
		matching(
			/^[\w-]+:\s*\S/,
			'a header such as Authorization: Bearer …',
			'The header that identifies us to the SMS provider'
		)
	),
	SMS_SENDER: v.optional(
		matching(/^[A-Za-z0-9 ]{1,11}$/, '1 to 11 letters or figures', 'Sender of text messages'),
		'Logement'
	),
	SMS_BODY: v.optional(
		text('JSON that the SMS provider wants, with {to}, {from}, {text} and {id}'),
		'{"to":"{to}","from":"{from}","text":"{text}","reference":"{id}"}'
	),
	SMS_PREFIXES: v.optional(
		matching(/^\+\d+(,\s*\+\d+)*$/, 'such as +336,+337', 'Numbers that may be written to'),
		'+336,+337'
	),
	SMS_PER_DAY: v.optional(
		wholeNumber(0, 99_999, 'Most text messages in a day, to all together'),
		'1000'
	),
	SMS_PER_NUMBER: v.optional(wholeNumber(1, 100, 'Most text messages in a day to one number'), '6'),
	VAPID_PUBLIC_KEY: v.optional(
		matching(/^[\w-]{80,100}$/, 'a key of npx web-push generate-vapid-keys', 'Who we are to phones')
	),
	VAPID_PRIVATE_KEY: v.optional(
		matching(
			/^[\w-]{40,50}$/,
			'the key that goes with it',
			'And its secret; without it no notification'
		)
	),
	CLAMD_ADDRESS: v.optional(
		matching(
			/^(?:\/\S+|[^\s/:]+:\d{1,5})$/,
			'a socket such as /run/clamav/clamd.ctl, or host:3310',
			'ClamAV. Without it papers wait and nobody sees them, unless the site accepts that in writing'
		)
	),
	S3_ENDPOINT: v.optional(
		matching(
			/^https?:\/\/[^/\s]+$/,
			'an address such as https://s3.example.fr',
			'Object store of the encrypted papers, instead of STORAGE_DIR'
		)
	),
	S3_BUCKET: v.optional(text('Its bucket, which must exist')),
	S3_REGION: v.optional(text('Its region'), 'fr-par'),
	S3_ACCESS_KEY_ID: v.optional(text('Its account')),
	S3_SECRET_ACCESS_KEY: v.optional(text('And secret')),
	FAKE_NOW: v.optional(
		v.pipe(instant, v.description('Where the clock starts. Demo and test only'))
	),
	FAKE_NOW_SINCE: v.optional(
		v.pipe(
			instant,
			v.description('The real moment it started, for processes to agree; else, the start of each')
		)
	),
	JOBS: v.optional(
		v.pipe(
			v.picklist(['on', 'off'], 'must be on or off'),
			v.description('Whether npm start also runs the worker (npm run jobs)')
		),
		'on'
	),
	METRICS_TOKEN: v.optional(text('Bearer token of /metrics; without it that page does not exist')),
	ADDRESS_HEADER: v.optional(text('Header in which the proxy gives the client address')),
	XFF_DEPTH: v.optional(wholeNumber(1, 16, 'Trusted proxies in front, for x-forwarded-for'), '1'),
	LOG_LEVEL: v.optional(text('trace, debug, info, warn, error or silent'))
});

type Values = v.InferOutput<typeof VARIABLES>;

/** The checked environment. What has a default for every mode is always there. */
export interface Environment extends Omit<Values, 'MASTER_KEYS' | 'SECRET_KEY'> {
	DATABASE_URL: string;
	DATABASE_OWNER_URL: string;
	ORIGIN: string;
	STORAGE_DIR: string;
	MASTER_KEYS: { version: number; key: Buffer }[];
	SECRET_KEY: Buffer;
}

/** The environment does not allow a start; one line a reason, each naming its variable. */
export class EnvironmentRefused extends Error {
	readonly reasons: string[];

	constructor(reasons: string[]) {
		super(['The environment does not allow a start:', ...reasons].join('\n  '));
		this.name = 'EnvironmentRefused';
		this.reasons = reasons;
	}
}

/**
 * Reads and checks an environment.
 * @throws EnvironmentRefused on a value of the wrong form; in production also on a missing or
 * demo secret and on a clock that is not the real one
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
	// An empty line in a settings file means "not given".
	const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
	const read = v.safeParse(VARIABLES, given);
	if (!read.success) {
		throw new EnvironmentRefused([
			...new Set(
				read.issues.map((issue) => `${v.getDotPath(issue)?.split('.')[0]} ${issue.message}`)
			)
		]);
	}
	const { output } = read;
	const reasons = [
		...(output.GUICHET_MODE === 'production' ? refusals(output, given) : clockRefusals(output)),
		...storeRefusals(output)
	];
	if (reasons.length > 0) throw new EnvironmentRefused(reasons);
	return complete(output);
}

function complete(values: Values): Environment {
	const demoKey = Buffer.from(DEMO_MASTER_KEY, 'base64');
	const { DATABASE_URL = '' } = values;
	const DATA_DIR = resolve(values.DATA_DIR);
	return {
		...values,
		DATA_DIR,
		DATABASE_URL,
		DATABASE_OWNER_URL: values.DATABASE_OWNER_URL ?? DATABASE_URL,
		ORIGIN: values.ORIGIN ?? `http://localhost:${values.PORT}`,
		STORAGE_DIR: values.STORAGE_DIR ? resolve(values.STORAGE_DIR) : join(DATA_DIR, 'papers'),
		MASTER_KEYS: values.MASTER_KEYS ?? [{ version: 1, key: demoKey }],
		SECRET_KEY: values.SECRET_KEY ?? Buffer.from(DEMO_SECRET_KEY, 'base64')
	};
}

const REQUIRED = ['DATABASE_URL', 'ORIGIN', 'MASTER_KEYS', 'SECRET_KEY'] as const;

function refusals(values: Values, given: Record<string, string | undefined>): string[] {
	const reasons = REQUIRED.filter((name) => given[name] === undefined).map(
		(name) => `${name} is missing`
	);
	const { MASTER_KEYS = [], SECRET_KEY, ORIGIN } = values;
	if (MASTER_KEYS.some(({ key }) => isDemo(key))) reasons.push('MASTER_KEYS holds a demo secret');
	if (SECRET_KEY && isDemo(SECRET_KEY)) reasons.push('SECRET_KEY is a demo secret');
	if (values.FAKE_NOW)
		reasons.push('FAKE_NOW is refused in production: the clock must be the real one');
	// The session cookie's name begins with __Host-, which browsers accept over HTTPS alone.
	if (ORIGIN && !isHttpsOrThisMachine(ORIGIN)) reasons.push('ORIGIN must begin with https://');
	return reasons;
}

// A bare-bones key such as 32 zero bytes is as public as the demo's.
const isDemo = (key: Buffer) =>
	[DEMO_SECRET_KEY, DEMO_MASTER_KEY].includes(key.toString('base64')) || new Set(key).size < 8;

const isHttpsOrThisMachine = (origin: string) =>
	/^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin);

function clockRefusals({ FAKE_NOW, GUICHET_MODE }: Values): string[] {
	return FAKE_NOW && GUICHET_MODE === 'development' ? ['FAKE_NOW is for demo and test only'] : [];
}

/** An object store named by half would be a folder by accident. */
function storeRefusals(values: Values): string[] {
	if (!values.S3_ENDPOINT) return [];
	const needed = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
	return needed
		.filter((name) => !values[name])
		.map((name) => `${name} is missing, with S3_ENDPOINT given`);
}

let known: Environment | undefined;

/** The environment of this process, read once. Throws EnvironmentRefused as readEnvironment does. */
export function environment(): Environment {
	return (known ??= readEnvironment(process.env));
}

/** Forgets what was read. Tests only: they change process.env between databases. */
export function forgetEnvironment(): void {
	known = undefined;
}
