/*
 * Notifications on this phone, for whoever wants them: they say "news on your request" and nothing else, and end with
 * the session. iOS has them in the installed application only.
 */

const ADDRESS = '/espace/notifications';

async function turnOn(key: string): Promise<boolean> {
	if ((await Notification.requestPermission()) !== 'granted') return false;
	const { pushManager } = await navigator.serviceWorker.ready;
	const subscription = await pushManager.subscribe({
		userVisibleOnly: true,
		applicationServerKey: key
	});
	const answer = await fetch(ADDRESS, {
		method: 'PUT',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(subscription)
	});
	// Nothing is shown as done before the server said so.
	if (!answer.ok) await subscription.unsubscribe();
	return answer.ok;
}

async function turnOff(): Promise<void> {
	const { pushManager } = await navigator.serviceWorker.ready;
	await (await pushManager.getSubscription())?.unsubscribe();
	await fetch(ADDRESS, { method: 'DELETE' });
}

async function offer(area: HTMLElement): Promise<void> {
	const part = (name: string) => area.querySelector<HTMLElement>(`[data-push-${name}]`)!;
	const show = (isOn: boolean) => {
		part('on').hidden = part('no').hidden = !isOn;
		part('yes').hidden = isOn;
	};
	const { pushManager } = await navigator.serviceWorker.ready;
	show(Boolean(await pushManager.getSubscription()));
	area.hidden = false;
	part('yes').addEventListener('click', async () => {
		const isOn = await turnOn(area.dataset['push']!).catch(() => false);
		part('refused').hidden = isOn;
		show(isOn);
	});
	part('no').addEventListener('click', () => void turnOff().then(() => show(false)));
}

const area = document.querySelector<HTMLElement>('[data-push]');
if (area && 'PushManager' in self && 'serviceWorker' in navigator) void offer(area);
