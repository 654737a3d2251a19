import type { FieldScreen } from './field-screens.ts';

/** The same errors for the summary of a page, each with the name of its field: there it stands alone. */
export function summaryErrors(
	errors: Readonly<Record<string, string>>,
	fields: readonly Pick<FieldScreen, 'input' | 'label'>[]
): Record<string, string> {
	const labels = new Map(fields.map(({ input, label }) => [input, label]));
	return Object.fromEntries(
		Object.entries(errors).map(([name, text]) => {
			const label = labels.get(name)?.replace(/\s*[?؟:]$/u, '');
			return [name, label ? `${label} : ${text}` : text];
		})
	);
}
