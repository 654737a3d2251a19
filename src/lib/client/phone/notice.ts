/**
 * One of the quiet lines at the foot of the page (components/PhoneNotices.svelte), in the page's language. Its
 * "no" button, where it has one, hides it.
 */
export function notice(name: string): HTMLElement | null {
	const found = document.querySelector<HTMLElement>(`[data-phone="${name}"]`);
	found?.querySelector('[data-no]')?.addEventListener('click', () => (found.hidden = true));
	return found;
}
