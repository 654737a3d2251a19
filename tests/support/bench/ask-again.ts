import type pg from 'pg';
import type { Asked } from '../pages/read-asked.ts';

/** A page as the application made it once: what it asked of the database, trip by trip, and the bytes it sent. */
export interface Recorded {
	/** The same page of different people. */
	rounds: Asked[][][];
	body: string;
}

export type Recordings = Record<string, Recorded>;

const names = new Map<string, string>();

/** Asks the database what a page asked, prepared as the application prepares it, in as many trips. */
export async function askAgain(pool: pg.Pool, { rounds }: Recorded): Promise<void> {
	if (rounds.length === 0) return;
	const client = await pool.connect();
	try {
		for (const round of rounds[Math.floor(Math.random() * rounds.length)]!)
			await Promise.all(
				round.map((asked) =>
					client.query({ text: asked.text, values: asked.values, name: nameOf(asked) })
				)
			);
	} finally {
		client.release();
	}
}

function nameOf({ text, values }: Asked): string | undefined {
	if (values.length === 0) return undefined;
	const name = names.get(text) ?? `q${names.size}`;
	names.set(text, name);
	return name;
}
