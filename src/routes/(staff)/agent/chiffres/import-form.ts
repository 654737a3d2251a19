import type { PrepareFiguresInput } from '$lib/server/figures/prepare-figures.ts';

type Field = 'fichier' | 'source' | 'date';
export type TypedImport = { source: string; date: string; exemple: string };

/** Reads the form of an import; a file cannot be given back, the rest is. */
export async function readImport(form: FormData): Promise<{
	values: TypedImport;
	errors: Partial<Record<Field, string>>;
	input?: PrepareFiguresInput;
}> {
	const text = (name: string) => String(form.get(name) ?? '').trim();
	const values = {
		source: text('source').slice(0, 300),
		date: text('date'),
		exemple: text('exemple')
	};
	const file = form.get('fichier');
	const asOf = dayOf(values.date);
	const errors: Partial<Record<Field, string>> = {};
	if (!(file instanceof File) || (file.size === 0 && file.name === ''))
		errors.fichier = 'figures-file-missing';
	if (values.source === '') errors.source = 'figures-source-missing';
	if (!asOf) errors.date = 'date';
	if (!(file instanceof File) || !asOf || Object.keys(errors).length > 0) return { values, errors };
	const bytes = new Uint8Array(await file.arrayBuffer());
	const isExample = values.exemple === 'oui';
	return { values, errors, input: { bytes, source: values.source, asOf, isExample } };
}

function dayOf(text: string): Temporal.PlainDate | null {
	if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return null;
	try {
		return Temporal.PlainDate.from(text);
	} catch {
		return null;
	}
}
