/// <reference lib="webworker" />

/** As the server writes it (lib/server/notifications/push-news.ts): it never says more than that there is news. */
interface News {
	notification: { title: string; body: string; lang: string; navigate: string };
}

/** Shows what a push says; an unreadable one is still shown, since browsers take the right away otherwise. */
export async function showNews(worker: ServiceWorkerGlobalScope, data: PushMessageData | null) {
	const { title, body, lang, navigate } = read(data);
	await worker.registration.showNotification(title, {
		body,
		lang,
		tag: 'demande',
		icon: '/icon-192.png',
		badge: '/monochrome-512.png',
		data: { navigate }
	});
	await worker.navigator.setAppBadge?.(1).catch(() => undefined);
}

function read(data: PushMessageData | null): News['notification'] {
	try {
		return (data?.json() as News).notification;
	} catch {
		return { title: 'Guichet Logement', body: '', lang: 'fr', navigate: '/espace' };
	}
}

/** Opens the request: in the window that is there, or in a new one. */
export async function openNews(
	worker: ServiceWorkerGlobalScope,
	{ notification }: NotificationEvent
) {
	notification.close();
	const { navigate } = notification.data as { navigate: string };
	const [open] = await worker.clients.matchAll({ type: 'window' });
	const shown = await open?.navigate(navigate).catch(() => null);
	await (shown ? shown.focus() : worker.clients.openWindow(navigate));
}
