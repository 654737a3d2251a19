/**
 * A table as the text of a CSV file that a spreadsheet opens and cannot be harmed by: semicolons, CRLF, every cell in
 * quotes, and an apostrophe before what a spreadsheet would take for a formula (OWASP, CSV Injection).
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
	return rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('');
}

function cell(value: string | number | null): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value).replace('.', ',');
	const harmless = /^[\s]*[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
	return `"${harmless.replaceAll('"', '""')}"`;
}
