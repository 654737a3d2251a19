import { error } from '@sveltejs/kit';
import { NotFound, Refused } from '../domain/errors.ts';
import { gathering } from './db/gathering.ts';
import { unitOfWork, type Tx } from './db/unit-of-work.ts';

/**
 * How a route does something: one unit of work in the name of who is asking, and the domain's refusals turned into
 * HTTP here and nowhere else. A stranger's record and an unknown one are the same 404.
 * A broken rule (RuleBroken) passes through: the route answers it on its own form.
 *
 * @param locals the request's locals, set by hooks.server.ts
 * @param work use case or query to run
 */
export async function act<T>(locals: App.Locals, work: (tx: Tx) => Promise<T>): Promise<T> {
	try {
		return await unitOfWork(locals.actor, work);
	} catch (cause) {
		if (cause instanceof NotFound) error(404);
		if (cause instanceof Refused) error(403);
		throw cause;
	}
}

/**
 * The same for what a page shows: what `work` asks together goes to the database in one statement
 * (db/gathering.ts), so that a page costs a few trips however many things it says.
 */
export function show<T>(locals: App.Locals, work: (tx: Tx) => Promise<T>): Promise<T> {
	return act(locals, (tx) => gathering(tx, work));
}
