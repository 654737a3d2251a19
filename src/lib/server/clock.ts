import { AsyncLocalStorage } from 'node:async_hooks';
import { environment } from './environment.ts';

/** The zone of every day and hour shown, and of every legal delay. */
export const PARIS = 'Europe/Paris';

let fixed: Temporal.Instant | undefined;
const elsewhen = new AsyncLocalStorage<Temporal.Instant>();

// Every page asks for it several times, and the rules of a zone are slow to read: a day is worked out once.
let day = { date: new Temporal.PlainDate(1970, 1, 1), begins: 0, ends: 0 };

/**
 * The present moment: the only place that reads the machine's clock. In demo and test mode it
 * starts at FAKE_NOW when the process starts, or at FAKE_NOW_SINCE, and advances with real time.
 */
export function now(): Temporal.Instant {
	const given = elsewhen.getStore() ?? fixed;
	if (given) return given;
	const real = Temporal.Now.instant();
	const aside = ahead();
	return aside
		? Temporal.Instant.fromEpochNanoseconds(real.epochNanoseconds + BigInt(aside) * 1_000_000n)
		: real;
}

/** Today's date in Paris, whatever the zone of the machine. */
export function today(): Temporal.PlainDate {
	const at = (elsewhen.getStore() ?? fixed)?.epochMilliseconds ?? ticking();
	if (at < day.begins || at >= day.ends) day = dayOf(now());
	return day.date;
}

/** The milliseconds of the running clock, for what is asked several times a page. */
function ticking(): number {
	return Temporal.Now.instant().epochMilliseconds + ahead();
}

/** By how many milliseconds the clock is ahead of the machine's: 0, unless it was set for a demonstration or a test. */
function ahead(): number {
	const { FAKE_NOW, FAKE_NOW_SINCE } = environment();
	return FAKE_NOW
		? FAKE_NOW.epochMilliseconds - (FAKE_NOW_SINCE ?? PROCESS_START).epochMilliseconds
		: 0;
}

function dayOf(at: Temporal.Instant): typeof day {
	const here = at.toZonedDateTimeISO(PARIS);
	const begins = here.startOfDay();
	const ends = begins.add({ days: 1 });
	return {
		date: here.toPlainDate(),
		begins: begins.epochMilliseconds,
		ends: ends.epochMilliseconds
	};
}

/** Stops the clock at a moment; without one, lets it run again. Tests only, refused elsewhere. */
export function setClock(at?: Temporal.Instant | string): void {
	if (environment().GUICHET_MODE !== 'test') throw new Error('Only tests may set the clock.');
	fixed = typeof at === 'string' ? Temporal.Instant.from(at) : at;
}

/**
 * Does `work` as if it were another moment, at which its clock stands; everybody else's runs on. For the seed of
 * fictional people, whose past is written by the use cases. Refused in production.
 */
export function atMoment<T>(at: Temporal.Instant, work: () => Promise<T>): Promise<T> {
	if (environment().GUICHET_MODE === 'production')
		throw new Error('The clock of production is the real one.');
	return elsewhen.run(at, work);
}

// The same for every copy of this module in one process: the built application has its own.
const PROCESS_START = Temporal.Instant.fromEpochMilliseconds(Math.trunc(performance.timeOrigin));
