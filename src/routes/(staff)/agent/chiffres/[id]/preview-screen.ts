import {
	figureText,
	MEASURES,
	placeName,
	typeName,
	type Measure
} from '$lib/components/figure-words.ts';
import { shownFigures, type ShownLine } from '$lib/domain/figures/shown-figures.ts';
import { dateInWords } from '$lib/domain/words.ts';
import * as m from '$lib/paraglide/messages.js';
import type { PublicFigures, releaseById } from '$lib/server/figures/queries.ts';

type Draft = Awaited<ReturnType<typeof releaseById>>;

/** What the public would see, line by line, beside what it sees now. */
export function previewScreen(
	{ release, lines }: Draft,
	before: PublicFigures | null,
	communes: readonly { insee: string; name: string }[],
	locale: string
) {
	const names = new Map(communes.map(({ insee, name }) => [insee, name]));
	const now = new Map(before?.lines.map((line) => [`${line.place} ${line.type}`, line]));
	const shown = shownFigures(lines);
	return {
		isPublished: release.state === 'published',
		source: release.source,
		asOf: dateInWords(release.asOf, locale),
		isExample: release.isExample,
		keptBack: shown.flatMap((line) => MEASURES.filter((key) => line[key].state === 'kept_back'))
			.length,
		rows: shown.map((line, id) => ({
			id,
			label: m.figures_place_and_type({
				place: placeName(line.place, names),
				type: typeName(line.type)
			}),
			texts: textsOf(line, locale),
			changed: changedFrom(now.get(`${line.place} ${line.type}`), line, locale)
		}))
	};
}

function textsOf(line: ShownLine, locale: string) {
	return Object.fromEntries(
		MEASURES.map((measure) => [measure, figureText(line[measure], measure, locale)])
	) as Record<Measure, string>;
}

/** What stood there before, where it is not what stands there now. */
function changedFrom(before: ShownLine | undefined, line: ShownLine, locale: string) {
	if (!before) return {};
	const [was, is] = [textsOf(before, locale), textsOf(line, locale)];
	return Object.fromEntries(
		MEASURES.filter((measure) => was[measure] !== is[measure]).map((measure) => [
			measure,
			was[measure]
		])
	) as Partial<Record<Measure, string>>;
}
