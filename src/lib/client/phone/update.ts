import { Workbox } from 'workbox-window';
import { notice } from './notice.ts';

/**
 * Says that a new version is ready, and starts it when the person says so: somebody may be in the middle of a form.
 * Loaded when there is one only.
 */
export async function followUpdate(known: ServiceWorkerRegistration): Promise<void> {
	const worker = new Workbox('/service-worker.js');
	const tell = () => {
		const told = notice('update');
		if (!told?.hidden) return;
		told.hidden = false;
		told.querySelector('[data-yes]')?.addEventListener('click', () => {
			navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
			worker.messageSkipWaiting();
		});
	};
	worker.addEventListener('waiting', tell);
	await worker.register();
	if (known.waiting) tell();
	known.installing?.addEventListener('statechange', () => known.waiting && tell());
}
