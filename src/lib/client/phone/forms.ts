import { keepForms } from './kept-form.ts';
import { notice } from './notice.ts';
import { Queue } from './queue.ts';

/*
 * Forms where the network comes and goes. Loaded when somebody touches a form, and when this tab holds something.
 */

const area = document.querySelector<HTMLElement>('[data-person]');
const person = area?.dataset['person'];
// The staff's words are about other people: nothing of them stays in a browser.
if (area && person && person !== 'staff') {
	const queue = new Queue(person);
	document.addEventListener('submit', (event) => {
		if (navigator.onLine) return;
		const form = event.target as HTMLFormElement;
		event.preventDefault();
		if (form.hasAttribute('data-queue') && person !== 'nobody') {
			queue.hold(form, event.submitter);
			return;
		}
		const line = notice('form');
		if (line) line.hidden = false;
	});
	keepForms(person, area.dataset['restored'] ?? '');
}
