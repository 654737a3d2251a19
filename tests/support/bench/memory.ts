import { setTimeout as wait } from 'node:timers/promises';
import { residentMegabytes } from './sendings.ts';

/** What a process held at a moment, in megabytes. */
export type Held = { hours: number; resident: number; heap: number };

const LOOK_EVERY_MS = 2_000;

/** Looks at it every two seconds until the time is over. */
export async function watch(
	seconds: number,
	look: () => Promise<Omit<Held, 'hours'>>
): Promise<Held[]> {
	const begun = performance.now();
	const looks: Held[] = [];
	while (performance.now() - begun < seconds * 1_000) {
		await wait(LOOK_EVERY_MS);
		looks.push({ hours: (performance.now() - begun) / 3_600_000, ...(await look()) });
	}
	return looks;
}

/** The system's figure, and the heap's own from the metrics of the application. */
export async function held(origin: string, pid: number, token: string) {
	const answer = await fetch(`${origin}/metrics`, {
		headers: { authorization: `Bearer ${token}` }
	});
	const heap = /^nodejs_heap_size_used_bytes (\S+)$/m.exec(await answer.text())?.[1];
	if (heap === undefined) throw new Error('The application does not say what its heap holds.');
	return { resident: await residentMegabytes(pid), heap: Number(heap) / 1_000_000 };
}

/** By how much it grows in an hour: the straight line that lies nearest to all looks (least squares). */
export function slope(looks: readonly Held[], of: (look: Held) => number): number {
	const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
	const [x, y] = [mean(looks.map(({ hours }) => hours)), mean(looks.map(of))];
	const above = looks.reduce((sum, look) => sum + (look.hours - x) * (of(look) - y), 0);
	const below = looks.reduce((sum, { hours }) => sum + (hours - x) ** 2, 0);
	return above / below;
}
