/*
 * Writes what is typed into the letter beside the form, and prints it. Nothing leaves the page and
 * nothing is kept. Without this script the letter is printed empty and filled by hand.
 */
(() => {
	const form = document.querySelector('[data-letter]');
	if (!form) return;
	form.hidden = false;
	const write = ({ target }) => {
		for (const blank of document.querySelectorAll(`[data-blank="${target.name}"]`)) {
			blank.textContent = target.value.trim();
		}
	};
	form.addEventListener('input', write);
	form.addEventListener('submit', (event) => event.preventDefault());
	form.querySelector('[data-print]').addEventListener('click', () => self.print());
})();
