import type { WaitingReason } from '../../domain/documents/paper-codes.ts';

/** What was said of a file. `none` is no verdict, whatever the cause: the file waits. */
export type ScanAnswer =
	| { verdict: 'clean' }
	| { verdict: 'found'; signature: string }
	| { verdict: 'none'; why: WaitingReason };

/** What an antivirus says of itself. */
export type AntivirusState =
	| { answers: true; version: string; signaturesAt: Temporal.Instant | null }
	| { answers: false; why: WaitingReason };

/** Scans what people send. An adapter never throws and never takes silence, or an odd answer, for "clean". */
export interface Antivirus {
	/** @param body in clear, streaming; its own failure comes out as it is */
	scan(body: AsyncIterable<Uint8Array>): Promise<ScanAnswer>;
	state(): Promise<AntivirusState>;
}

/** A site that has none. */
export const NO_ANTIVIRUS: Antivirus = {
	scan: () => Promise.resolve({ verdict: 'none', why: 'no-antivirus' }),
	state: () => Promise.resolve({ answers: false, why: 'no-antivirus' })
};
