import { now } from '../clock.ts';

/**
 * The machine's own clock, for the two places that must know it: Lucia reads it by itself, and so do the telephones
 * that make the codes of second factors. Everywhere else the clock is clock.ts.
 * @returns milliseconds since 1970
 */
export function machineNow(): number {
	// eslint-disable-next-line no-restricted-syntax -- the edge to a library and to devices that know no other clock
	return Date.now();
}

/** A moment of our clock as the `Date` that is as far from the machine's present as the moment is from ours. */
export function toMachineDate(moment: Temporal.Instant): Date {
	return new Date(machineNow() + moment.since(now()).total('milliseconds'));
}

/** The way back of {@link toMachineDate}. */
export function fromMachineDate(date: Date): Temporal.Instant {
	return now().add({ milliseconds: date.getTime() - machineNow() });
}
