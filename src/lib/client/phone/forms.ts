import { keepForms, keptAs, noticeNothingArrived } from './kept-form.ts';
import { Queue } from './queue.ts';

/*
 * Forms where the network comes and goes. Loaded when somebody touches a form, and when this tab holds something.
 */

const area = document.querySelector<HTMLElement>('[data-person]');
const person = area?.dataset['person'];
if (!person) noticeNothingArrived();
// The staff's words are about other people: nothing of them stays in a browser.
if (area && person && person !== 'staff') {
	const queue = new Queue(person);
	document.addEventListener('submit', (event) => {
		if (navigator.onLine) return;
		const form = event.target as HTMLFormElement;
		// Any other form is stopped by the shell, which needs no script of forms for it.
		if (!form.hasAttribute('data-queue') || person === 'nobody') return;
		event.preventDefault();
		queue.hold(form, event.submitter, keptAs(person, form));
	});
	keepForms(person, area.dataset['restored'] ?? '');
}
