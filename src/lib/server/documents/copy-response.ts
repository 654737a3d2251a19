import { imagePdf } from './image-pdf.ts';
import type { OpenedCopy } from './open-copy.ts';
import { fileHeaders, streamed } from './paper-response.ts';
import { openObject } from './sealed-objects.ts';
import type { Vault } from './vault.ts';

/** The answer that carries a copy: written as it leaves, one page in memory; never kept, never sniffed, never run. */
export function copyResponse(vault: Vault, { pages, fileName, mark }: OpenedCopy): Response {
	const content = imagePdf(
		pages.map(({ object, ...page }) => ({
			...page,
			byteSize: object.byteSize,
			open: () => openObject(vault, object)
		})),
		mark
	);
	const headers = fileHeaders({ mediaType: 'application/pdf', fileName, inline: false });
	return new Response(streamed(content), { headers });
}
