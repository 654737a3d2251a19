/** Arabic-Indic (٠–٩) and Persian (۰–۹) figures, which many telephones type, as 0–9. The rest is left as it is. */
export function latinDigits(typed: string): string {
	return typed.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (figure) =>
		String(figure.charCodeAt(0) & 0xf)
	);
}
