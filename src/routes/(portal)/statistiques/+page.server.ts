import { monthInWords, numberInWords } from '$lib/domain/words.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { serviceMonth } from '$lib/server/figures/service-month.ts';
import { show } from '$lib/server/http.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { month, ...figures } = await show(locals, serviceMonth);
	const locale = getLocale();
	const words = (figure: number | null) => figure !== null && numberInWords(figure, locale);
	return {
		month: monthInWords(month, locale),
		appointments: words(figures.appointments),
		takenAlone: words(figures.takenAlone),
		papers: words(figures.papers),
		daysToCheck: words(figures.daysToCheck),
		useful: words(figures.useful)
	};
};
