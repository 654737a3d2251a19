import fc from 'fast-check';
import { expect } from 'vitest';
import { bookAppointment } from '../../../src/lib/server/appointments/book-appointment.ts';
import { cancelAppointment } from '../../../src/lib/server/appointments/cancel-appointment.ts';
import { holdTime } from '../../../src/lib/server/appointments/hold-time.ts';
import { moveAppointment } from '../../../src/lib/server/appointments/move-appointment.ts';
import { releaseHold } from '../../../src/lib/server/appointments/release-hold.ts';
import { addClosure } from '../../../src/lib/server/counters/add-closure.ts';
import { agentOf, as, outcomeOf } from '../booking.ts';
import * as rules from './model.ts';
import type { Model, Standing, Visit } from './model.ts';
import { checkInvariants, readStandings } from './read-world.ts';
import { asInput, clockTo, COUNTERS, PEOPLE, type World } from './world.ts';

type Command = fc.AsyncCommand<Model, World>;
type Step = {
	name: string;
	check?: (model: Model) => boolean;
	run: (model: Model, world: World) => Promise<void>;
};

function step({ name, check = () => true, run }: Step): Command {
	return {
		check,
		toString: () => name,
		run: async (model, world) => {
			await run(model, world);
			await checkInvariants(world, model);
		}
	};
}

/** The product's answer is the model's, and it is counted: a test that never met a refusal proves little. */
async function agree(
	world: World,
	kind: string,
	expected: rules.Verdict,
	asked: Promise<unknown>
): Promise<boolean> {
	expect(await outcomeOf(asked)).toBe(expected);
	world.met.add(`${kind}: ${expected}`);
	return expected === 'done';
}

/** Which desk the product chose: the one thing the model does not foretell, as long as it was a free one. */
async function learn(
	model: Model,
	world: World,
	who: number,
	kind: 'booked' | 'hold',
	free: readonly string[]
): Promise<Standing> {
	const mine = (await readStandings(world, model))[who]!;
	const standing = mine[kind];
	expect(standing, `${kind} was said to be done`).not.toBeNull();
	expect(free).toContain(standing!.desk);
	if (kind === 'booked') world.lastId[who] = mine.id;
	return standing!;
}

const book = (who: number, visit: Visit): Command =>
	step({
		name: `${who} books ${visit.counter} ${visit.start}`,
		run: async (model, world) => {
			const expected = rules.verdictOfBook(model, who, visit);
			const person = model.people[who]!;
			const hold = rules.runningHold(model, person);
			const isSame = [hold, person.booked].find(
				(each) => each?.counter === visit.counter && each.start === visit.start
			);
			const free = isSame ? [isSame.desk] : rules.freeDesks(model, who, visit, false);
			const asked = as(world.people[who]!, (tx, actor) =>
				bookAppointment(tx, actor, asInput(world, visit))
			);
			if (!(await agree(world, 'book', expected, asked))) return;
			person.hold = person.booked === isSame ? person.hold : null;
			person.booked = await learn(model, world, who, 'booked', free);
		}
	});

const hold = (who: number, visit: Visit): Command =>
	step({
		name: `${who} holds ${visit.counter} ${visit.start}`,
		run: async (model, world) => {
			const expected = rules.verdictOfHold(model, who, visit);
			const person = model.people[who]!;
			const kept = rules.runningHold(model, person);
			const isKept = kept?.counter === visit.counter && kept.start === visit.start;
			const free = isKept ? [kept.desk] : rules.freeDesks(model, who, visit, false);
			const asked = as(world.people[who]!, (tx, actor) =>
				holdTime(tx, actor, asInput(world, visit))
			);
			if (!(await agree(world, 'hold', expected, asked))) return;
			const until = isKept ? kept.until : model.now + rules.HOLD;
			// An appointment that has passed is closed on the way.
			person.booked = null;
			person.hold = { ...(await learn(model, world, who, 'hold', free)), until };
		}
	});

const confirm = (who: number): Command => {
	const held = (model: Model) => rules.runningHold(model, model.people[who]!);
	return step({
		name: `${who} confirms`,
		check: (model) => held(model) !== null,
		run: (model, world) => book(who, held(model)!).run(model, world)
	});
};

const release = (who: number): Command =>
	step({
		name: `${who} releases`,
		run: async (model, world) => {
			expect(await outcomeOf(as(world.people[who]!, releaseHold))).toBe('done');
			model.people[who]!.hold = null;
		}
	});

const move = (who: number, visit: Visit): Command =>
	step({
		name: `${who} moves to ${visit.counter} ${visit.start}`,
		check: (model) => model.people[who]!.booked !== null,
		run: async (model, world) => {
			const expected = rules.verdictOfMove(model, who, visit);
			const person = model.people[who]!;
			const free = rules.freeDesks(model, who, visit, true);
			const id = world.lastId[who]!;
			const { counter, startsAt } = asInput(world, visit);
			const asked = as(world.people[who]!, (tx, actor) =>
				moveAppointment(tx, actor, { id, counter, startsAt })
			);
			if (await agree(world, 'move', expected, asked))
				person.booked = await learn(model, world, who, 'booked', free);
		}
	});

const cancel = (who: number): Command =>
	step({
		name: `${who} cancels`,
		check: (model) => model.people[who]!.booked !== null,
		run: async (model, world) => {
			const expected = rules.verdictOfCancel(model, who);
			const id = world.lastId[who]!;
			const asked = as(world.people[who]!, (tx, actor) => cancelAppointment(tx, actor, { id }));
			if (await agree(world, 'cancel', expected, asked)) model.people[who]!.booked = null;
		}
	});

const close = (slug: string): Command =>
	step({
		name: `${slug} closes`,
		check: ({ closed }) => !closed.has(slug),
		run: async (model, world) => {
			const day = Temporal.PlainDate.from(world.day);
			const closure = { fromDay: day, untilDay: day, reason: null };
			const agent = await agentOf(slug);
			await as(agent, (tx, actor) =>
				addClosure(tx, actor, { slug, change: { kind: 'add-closure', closure } })
			);
			model.closed.add(slug);
		}
	});

const wait = (minutes: number): Command =>
	step({
		name: `${minutes} minutes pass`,
		run: async (model, world) => {
			model.now += minutes;
			clockTo(world, model.now);
		}
	});

const who = fc.nat({ max: PEOPLE - 1 });
/** From before the opening to after its end, also off the grid now and then. */
const visit = fc.record({
	counter: fc.constantFrom(...COUNTERS),
	start: fc.oneof(
		{
			weight: 9,
			arbitrary: fc.integer({ min: -1, max: 5 }).map((n) => rules.OPENS + n * rules.STEP)
		},
		{ weight: 1, arbitrary: fc.constant(rules.OPENS + 7) }
	)
});

/** Any sequence of what people, counters and the clock do; what is listed twice comes twice as often. */
export const commands = (maxCommands: number) => {
	const books = fc.tuple(who, visit).map(([w, v]) => book(w, v));
	const moves = fc.tuple(who, visit).map(([w, v]) => move(w, v));
	const holds = fc.tuple(who, visit).map(([w, v]) => hold(w, v));
	const waits = fc.constantFrom(1, 10, 65).map(wait);
	return fc.commands(
		[
			...[books, books, books, moves, moves, moves, moves, holds, holds, waits, waits],
			...[who.map(confirm), who.map(release), who.map(cancel), who.map(cancel)],
			fc.constantFrom(...COUNTERS).map(close)
		],
		{ maxCommands, size: 'max' }
	);
};
