import { json } from '@sveltejs/kit';
import * as m from '$lib/paraglide/messages.js';
import { localizeHref } from '$lib/localize-href.ts';
import { getLocale, getTextDirection } from '$lib/paraglide/runtime.js';
import type { RequestHandler } from './$types';
import { screenshots } from './screenshots.ts';

/** Built once a language: an installed icon opens the service in the language it was installed in. */
export const prerender = true;

const icon = (src: string, sizes: string, type: string, purpose?: string) => ({
	src,
	sizes,
	type,
	...(purpose && { purpose })
});
const shortcutIcons = [icon('/icon-192.png', '192x192', 'image/png')];
const shortcut = (name: string, path: string) => ({
	name,
	url: localizeHref(path),
	icons: shortcutIcons
});

/** What makes the site an application on a phone (W3C, Web Application Manifest). */
export const GET: RequestHandler = () => {
	const locale = getLocale();
	const manifest = {
		// One application whatever the language: changing it must not make a second icon.
		id: '/',
		name: m.shell_site_name(),
		short_name: m.shell_site_name(),
		description: m.phone_manifest_text(),
		lang: locale,
		dir: getTextDirection(locale),
		start_url: localizeHref('/'),
		scope: '/',
		display: 'standalone',
		background_color: '#fbf7f0',
		theme_color: '#fbf7f0',
		categories: ['government', 'utilities'],
		icons: [
			icon('/icon.svg', 'any', 'image/svg+xml'),
			icon('/icon-192.png', '192x192', 'image/png'),
			icon('/icon-512.png', '512x512', 'image/png'),
			icon('/maskable-512.png', '512x512', 'image/png', 'maskable'),
			icon('/monochrome-512.png', '512x512', 'image/png', 'monochrome')
		],
		screenshots: screenshots(locale),
		shortcuts: [
			shortcut(m.shell_nav_my_request(), '/espace'),
			shortcut(m.shell_nav_book(), '/rendez-vous'),
			shortcut(m.phone_shortcut_paper(), '/espace/pieces')
		],
		share_target: {
			action: localizeHref('/espace/pieces/partage'),
			method: 'POST',
			enctype: 'multipart/form-data',
			params: {
				files: [{ name: 'fichier', accept: ['image/*', 'application/pdf', '.pdf', '.heic'] }]
			}
		}
	};
	return json(manifest, { headers: { 'content-type': 'application/manifest+json' } });
};
