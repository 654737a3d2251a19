/** What a person may choose, by the cookie that keeps it; the first is how a page is without a choice. */
const CHOICES = {
	theme: ['system', 'light', 'dark'],
	taille: ['normale', 'grande', 'enorme'],
	contraste: ['normal', 'fort']
} as const;

type Name = keyof typeof CHOICES;
export const APPEARANCE_COOKIES = Object.keys(CHOICES) as Name[];

/** @param kept what the cookie says, which may be anything */
export function chosen(name: Name, kept: string | undefined): string {
	const choices: readonly string[] = CHOICES[name];
	return kept !== undefined && choices.includes(kept) ? kept : choices[0]!;
}
