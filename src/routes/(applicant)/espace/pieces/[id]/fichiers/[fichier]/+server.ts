import { error } from '@sveltejs/kit';
import { readBytes, readSaid, UPLOAD } from '$lib/domain/documents/resume.ts';
import { receivePart } from '$lib/server/documents/receive-part.ts';
import { removeFile } from '$lib/server/documents/remove-file.ts';
import { removeKept } from '$lib/server/documents/sealed-objects.ts';
import { whereFileIs } from '$lib/server/documents/where-file-is.ts';
import { vault } from '$lib/server/documents/vault.ts';
import { act } from '$lib/server/http.ts';
import type { RequestHandler } from './$types';
import { answeringRules, bytesOf, checkOrigin, whereItIs } from '../upload-answer.ts';

/** How much of the file is here: where a sending that was cut goes on. */
export const HEAD: RequestHandler = ({ locals, params }) =>
	answeringRules(async () => {
		const ids = { paperId: params.id, fileId: params.fichier };
		const here = await whereFileIs(locals.actor, ids, (work) => act(locals, work));
		return new Response(null, { status: 204, headers: whereItIs(here) });
	});

/** Some more bytes; 409 with the right offset when they begin elsewhere. */
export const PATCH: RequestHandler = (event) =>
	answeringRules(async () => {
		checkOrigin(event);
		const { locals, params, request } = event;
		const offset = readBytes(request.headers.get(UPLOAD.offset));
		if (offset === null || request.headers.get('content-type') !== UPLOAD.partType) error(415);
		const progress = await receivePart(
			await vault(),
			locals.actor,
			{
				paperId: params.id,
				fileId: params.fichier,
				offset,
				complete: readSaid(request.headers.get(UPLOAD.complete)) === true,
				length: readBytes(request.headers.get('content-length')),
				body: bytesOf(request)
			},
			(work) => act(locals, work)
		);
		const status = progress.conflict ? 409 : 204;
		return new Response(null, { status, headers: whereItIs(progress) });
	});

/** Gives the file up, with what came of it. */
export const DELETE: RequestHandler = (event) =>
	answeringRules(async () => {
		checkOrigin(event);
		const { locals, params } = event;
		const ids = { paperId: params.id, fileId: params.fichier };
		const { storageKeys } = await act(locals, (tx) => removeFile(tx, locals.actor, ids));
		await removeKept((await vault()).store, storageKeys);
		return new Response(null, { status: 204 });
	});
