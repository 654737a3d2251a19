/**
 * What the booking rules come to, told a second time and as simply as can be: no database, no Temporal, one day, one
 * motive. All times are minutes of that day.
 */
export const VISIT = 30;
export const STEP = 15;
export const NOTICE = 120;
export const HOLD = 10;
export const LAST_CHANGE = 60;
export const OPENS = 9 * 60;
export const CLOSES = 10 * 60 + 30;

export type Visit = { counter: string; start: number };
export type Standing = Visit & { desk: string };
export type Person = { booked: Standing | null; hold: (Standing & { until: number }) | null };

export type Model = {
	now: number;
	/** Desks of each counter. */
	desks: ReadonlyMap<string, readonly string[]>;
	closed: Set<string>;
	people: Person[];
};

export type Verdict =
	| 'done'
	| 'already-booked'
	| 'time-taken'
	| 'time-not-offered'
	| 'too-late-to-move'
	| 'too-late-to-cancel';

const isSame = (a: Visit | null, b: Visit) => a?.counter === b.counter && a.start === b.start;

/** The hold that counts: one that ran out is as if it had never been. */
export function runningHold(model: Model, person: Person): Person['hold'] {
	return person.hold && model.now < person.hold.until ? person.hold : null;
}

/** The appointment that stands in the way of another: not one that has passed. */
function upcoming(model: Model, { booked }: Person): Standing | null {
	return booked && booked.start + VISIT > model.now ? booked : null;
}

function isOffered({ closed, now }: Model, { counter, start }: Visit): boolean {
	return (
		!closed.has(counter) &&
		start >= OPENS &&
		start + VISIT <= CLOSES &&
		(start - OPENS) % STEP === 0 &&
		start >= now + NOTICE
	);
}

/** Desks free for somebody at a time; what they hold, or move, is not in their own way. */
export function freeDesks(model: Model, who: number, visit: Visit, isMove: boolean): string[] {
	const taken = model.people.flatMap((person, index) =>
		index === who ? [isMove ? null : person.booked] : [person.booked, runningHold(model, person)]
	);
	const inTheWay = taken.filter(
		(each) => each?.counter === visit.counter && Math.abs(each.start - visit.start) < VISIT
	);
	return (model.desks.get(visit.counter) ?? []).filter((desk) =>
		inTheWay.every((each) => each?.desk !== desk)
	);
}

function place(model: Model, who: number, visit: Visit, isMove = false): Verdict {
	if (!isOffered(model, visit)) return 'time-not-offered';
	return freeDesks(model, who, visit, isMove).length > 0 ? 'done' : 'time-taken';
}

export function verdictOfBook(model: Model, who: number, visit: Visit): Verdict {
	const person = model.people[who]!;
	const booked = upcoming(model, person);
	if (booked) return isSame(booked, visit) ? 'done' : 'already-booked';
	return isSame(runningHold(model, person), visit) ? 'done' : place(model, who, visit);
}

export function verdictOfHold(model: Model, who: number, visit: Visit): Verdict {
	const person = model.people[who]!;
	if (upcoming(model, person)) return 'already-booked';
	return isSame(runningHold(model, person), visit) ? 'done' : place(model, who, visit);
}

export function verdictOfMove(model: Model, who: number, visit: Visit): Verdict {
	const { booked } = model.people[who]!;
	if (isSame(booked, visit)) return 'done';
	if (model.now > booked!.start - LAST_CHANGE) return 'too-late-to-move';
	return place(model, who, visit, true);
}

export function verdictOfCancel(model: Model, who: number): Verdict {
	return model.now > model.people[who]!.booked!.start - LAST_CHANGE ? 'too-late-to-cancel' : 'done';
}
