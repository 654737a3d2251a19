import type { Handle, RequestEvent, ResolveOptions } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { inTurn } from './in-turn.ts';

const event = {} as RequestEvent;

/** A hook that says when it begins and ends. */
const saying =
	(name: string, said: string[]): Handle =>
	async ({ event, resolve }) => {
		said.push(name);
		const response = await resolve(event);
		said.push(`/${name}`);
		return response;
	};

test('hooks stand one around the other, the first outermost', async () => {
	const said: string[] = [];
	const page = new Response('page');
	const handle = inTurn(saying('one', said), saying('two', said));
	const answer = await handle({
		event,
		resolve: () => {
			said.push('page');
			return page;
		}
	});
	expect(answer).toBe(page);
	expect(said).toEqual(['one', 'two', 'page', '/two', '/one']);
});

test('a hook that answers itself leaves the rest out', async () => {
	const said: string[] = [];
	const refusing: Handle = () => new Response(null, { status: 403 });
	const { status } = await inTurn(
		saying('one', said),
		refusing,
		saying('two', said)
	)({
		event,
		resolve: () => new Response('page')
	});
	expect(status).toBe(403);
	expect(said).toEqual(['one', '/one']);
});

test('what a hook says of the page reaches it through the hooks within, unless one of them says otherwise', async () => {
	const outer: ResolveOptions = { preload: () => true };
	const inner: ResolveOptions = { preload: () => false };
	const with_ =
		(options?: ResolveOptions): Handle =>
		({ event, resolve }) =>
			resolve(event, options);
	const reached = async (...hooks: Handle[]) => {
		let given: ResolveOptions | undefined;
		await inTurn(...hooks)({
			event,
			resolve: (_, options) => {
				given = options;
				return new Response();
			}
		});
		return given;
	};
	expect(await reached(with_(outer), with_())).toBe(outer);
	expect(await reached(with_(outer), with_(inner), with_())).toBe(inner);
	expect(await reached(with_())).toBeUndefined();
});
