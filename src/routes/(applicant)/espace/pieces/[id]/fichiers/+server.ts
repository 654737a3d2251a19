import * as v from 'valibot';
import { RuleBroken } from '$lib/domain/errors.ts';
import { readBytes, readSaid, UPLOAD } from '$lib/domain/documents/resume.ts';
import { addFile } from '$lib/server/documents/add-file.ts';
import { receivePart } from '$lib/server/documents/receive-part.ts';
import { vault } from '$lib/server/documents/vault.ts';
import { whereFileIs } from '$lib/server/documents/where-file-is.ts';
import { act } from '$lib/server/http.ts';
import type { RequestHandler } from './$types';
import { answeringRules, bytesOf, checkOrigin, whereItIs } from './upload-answer.ts';

const ANNOUNCED = v.object({
	sendingId: v.pipe(v.string(), v.uuid()),
	replaces: v.nullable(v.pipe(v.string(), v.uuid()))
});

/**
 * Announces a file of a draft and takes its first bytes (draft-ietf-httpbis-resumable-upload). Announced twice under
 * one Idempotency-Key, it is one file, and the answer says how much of it is here.
 */
export const POST: RequestHandler = (event) =>
	answeringRules(async () => {
		checkOrigin(event);
		const { locals, params, request, url } = event;
		const { headers } = request;
		const read = v.safeParse(ANNOUNCED, {
			sendingId: headers.get('idempotency-key'),
			replaces: url.searchParams.get('remplace')
		});
		if (!read.success) throw new RuleBroken('file-interrupted');
		const file = await act(locals, (tx) =>
			addFile(tx, locals.actor, {
				paperId: params.id,
				...read.output,
				fileName: nameIn(headers.get('content-disposition')),
				declaredType: headers.get('content-type') ?? '',
				expectedBytes: readBytes(headers.get(UPLOAD.length))
			})
		);
		const location = { location: `${url.pathname}/${file.id}` };
		const length = readBytes(headers.get('content-length'));
		if (file.receivedBytes > 0 || !request.body) {
			const ids = { paperId: params.id, fileId: file.id };
			const here = await whereFileIs(locals.actor, ids, (work) => act(locals, work));
			return new Response(null, { status: 201, headers: whereItIs(here, location) });
		}
		const progress = await receivePart(
			await vault(),
			locals.actor,
			{
				paperId: params.id,
				fileId: file.id,
				offset: 0,
				complete: readSaid(headers.get(UPLOAD.complete)) === true,
				length,
				body: bytesOf(request)
			},
			(work) => act(locals, work)
		);
		return new Response(null, { status: 201, headers: whereItIs(progress, location) });
	});

/** The name in a Content-Disposition header (RFC 6266), when it is written as RFC 8187 says. */
function nameIn(disposition: string | null): string {
	const encoded = /;\s*filename\*=UTF-8''([^;\s]+)/i.exec(disposition ?? '')?.[1];
	try {
		return decodeURIComponent(encoded ?? '');
	} catch {
		return '';
	}
}
