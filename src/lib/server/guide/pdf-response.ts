import { Readable } from 'node:stream';
import type { Proof } from '../proofs/proof.ts';
import { writeProof } from '../proofs/pdf/write-proof.ts';

/**
 * The answer that carries a part of the guide, streaming. The same for everybody until the next version.
 * @param name without extension
 */
export function guideResponse(printed: Proof, name: string): Response {
	return new Response(Readable.toWeb(writeProof(printed)) as ReadableStream, {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `inline; filename="${name}.pdf"`,
			'cache-control': 'public, max-age=3600'
		}
	});
}
