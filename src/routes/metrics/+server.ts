import { createHash, timingSafeEqual } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { environment } from '$lib/server/environment.ts';
import { metricsText } from '$lib/server/metrics.ts';

/** For the supervisor alone, with METRICS_TOKEN as bearer. Without a token set, or a wrong one, there is no such page. */
export const GET = async ({ request }) => {
	const expected = environment().METRICS_TOKEN;
	const given = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '';
	if (!expected || !same(given, expected)) error(404);
	const { type, text } = await metricsText();
	return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-store' } });
};

/** Compared as digests: neither the length nor the first wrong letter shows in the time it takes. */
function same(one: string, other: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(one), digest(other));
}
