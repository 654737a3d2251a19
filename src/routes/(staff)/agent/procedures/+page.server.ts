import { procedures } from '$lib/server/guide/library.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
	procedures: procedures().map(({ slug, title, summary }) => ({ slug, title, summary }))
});
