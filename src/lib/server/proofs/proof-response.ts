import { Readable } from 'node:stream';
import type { Proof } from './proof.ts';
import { writeProof } from './pdf/write-proof.ts';

/**
 * The answer that carries a proof, streaming. Opened by the reader itself, kept by nobody; its name says what it is
 * and not of whom.
 * @param name without extension
 */
export function proofResponse(proof: Proof, name: string): Response {
	return new Response(Readable.toWeb(writeProof(proof)) as ReadableStream, {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `inline; filename="${name}.pdf"`,
			'x-content-type-options': 'nosniff',
			'x-robots-tag': 'noindex',
			'cache-control': 'private, no-store'
		}
	});
}
