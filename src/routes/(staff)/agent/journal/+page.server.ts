import { dateInWords, dayInWords, hourInWords, inParis } from '$lib/domain/words.ts';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale } from '$lib/paraglide/runtime.js';
import { auditLines } from '$lib/server/audit/queries.ts';
import { show } from '$lib/server/http.ts';
import { asking, dayAsked, isBadDay, pageAsked } from '../asked.ts';
import { agentOf } from '../staff.ts';

export const load = ({ locals, url }) =>
	show(locals, async (tx) => {
		const agent = agentOf(locals);
		const locale = getLocale();
		const [day, page] = [dayAsked(url), pageAsked(url)];
		const { lines, more } = await auditLines(tx, agent, { day, page: page - 1 });
		const to = (other: number) =>
			asking(localizeHref('/agent/journal'), { jour: day?.toString(), page: other });
		return {
			isHead: agent.role === 'head',
			day: day?.toString() ?? '',
			dayInWords: day && dayInWords(day, locale),
			badDay: isBadDay(url),
			page,
			previous: page > 1 ? to(page - 1) : null,
			next: more ? to(page + 1) : null,
			lines: lines.map(({ at, ...line }) => ({
				...line,
				datetime: at.toString(),
				when: `${dateInWords(inParis(at).day, locale)}, ${hourInWords(inParis(at).time, locale)}`
			}))
		};
	});
