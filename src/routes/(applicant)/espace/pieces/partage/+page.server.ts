import { fail, redirect } from '@sveltejs/kit';
import { RuleBroken } from '$lib/domain/errors.ts';
import { localizeHref } from '$lib/localize-href.ts';
import type { Actions } from './$types';
import { takeShared } from './take-shared.ts';

export const actions: Actions = {
	/** What the phone sends when somebody shares a photo or a PDF with the service (manifest, share_target). */
	default: async (event) => {
		const taken = await takeShared(event).catch((cause: unknown) => {
			if (cause instanceof RuleBroken) return { rule: cause.rule };
			throw cause;
		});
		if ('paperId' in taken) {
			redirect(303, localizeHref(`/espace/pieces/partage/${taken.paperId}`));
		}
		return fail(422, { rule: taken.rule });
	}
};
