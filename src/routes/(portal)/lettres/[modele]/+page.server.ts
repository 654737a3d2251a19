import { error } from '@sveltejs/kit';
import { fieldsOf, pieces } from '$lib/domain/guide/letters.ts';
import { letters } from '$lib/server/guide/letters.ts';
import type { PageServerLoad } from './$types';

export const prerender = true;

export const load: PageServerLoad = ({ params }) => {
	const letter = letters().find(({ slug }) => slug === params.modele);
	if (!letter) error(404);
	return {
		slug: letter.slug,
		to: letter.to,
		subject: pieces(letter.subject),
		paragraphs: letter.paragraphs.map(pieces),
		fields: fieldsOf(letter)
	};
};
