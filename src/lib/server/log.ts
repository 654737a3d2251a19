import pino from 'pino';

/** One JSON line an event, on standard output. Identifiers only: never a name, a number, an address or a message's text. */
export const log = pino({
	level: process.env.LOG_LEVEL ?? (process.env.VITEST ? 'error' : 'info'),
	base: undefined,
	timestamp: pino.stdTimeFunctions.isoTime
});

/**
 * What may be written of a fault: its name, the driver's code and where it happened. Never its message:
 * Drizzle puts the parameters of the failed query in it, and they are somebody's name or income.
 */
export function faultOf(error: unknown): { name: string; code?: string; frames: string[] } {
	if (!(error instanceof Error)) return { name: typeof error, frames: [] };
	const source = error.cause instanceof Error ? error.cause : error;
	const frames = (source.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
	const code = 'code' in source ? String(source.code) : undefined;
	return { name: source.name, code, frames: frames.slice(0, 12) };
}
