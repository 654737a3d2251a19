import type { Typed } from '$lib/domain/counters/read-change.ts';
import { readForm } from '$lib/domain/counters/settings.ts';
import { kindForm } from '$lib/domain/documents/paper-kind-form.ts';
import type { PaperKind } from '$lib/server/documents/queries.ts';
import { inLanguages } from '../in-languages.ts';

/** What a kind's form answers when it does not succeed. */
export type KindAnswer = { values: Typed; errors: Record<string, string> };

const box = (ticked: boolean) => (ticked ? ['oui'] : []);

/** A kind as its form shows it. */
export function typedKind(kind: PaperKind): Typed {
	return {
		...inLanguages('label', kind.label),
		...inLanguages('explanation', kind.explanation),
		...inLanguages('refused', kind.refused),
		group: kind.groupCode,
		level: kind.level,
		drawing: kind.drawing ?? '',
		source: kind.source,
		perPerson: box(kind.perPerson),
		sensitive: box(kind.sensitive),
		confirmed: box(kind.confirmed),
		active: box(kind.active)
	};
}

/** A kind that nobody has written yet: asked only when a counter needs it. */
export const NEW_KIND: Typed = { level: 'on_request', active: ['oui'] };

export async function readKind(request: Request) {
	const values = Object.fromEntries(await request.formData()) as Record<string, string>;
	return { values, read: readForm(kindForm, values) };
}
