import template from '../../../error.html?raw';
import { localizeHref } from '../../localize-href.ts';
import * as m from '../../paraglide/messages.js';
import { getLocale, getTextDirection } from '../../paraglide/runtime.js';

/** What the page says in each of its languages. */
const SAID = /<p lang="(\w+)" dir="\w+">.*?<\/p>/gs;

/**
 * The page of last resort in the reader's language, then in the others that it is written in: the language of an address
 * is not always the one somebody reads best.
 * @param reference under which the fault stands in the log
 * @param script address of the script that says to the forms of this tab that nothing of them arrived
 */
export function faultPage(reference: string, script: string): string {
	const locale = getLocale();
	const others = [...template.matchAll(SAID)].filter(([, language]) => language !== locale);
	// The empty address is the page that was asked for; the guide is built once and opens without the database.
	const main = `<h1>${m.shell_error_500_title()}</h1>
		<p>${m.shell_fault_text()}</p>
		<p><a href="">${m.shell_reload()}</a></p>
		<p><a href="${localizeHref('/guide')}">${m.shell_fault_guide()}</a></p>
		<p>${m.shell_error_reference({ id: reference })}</p>
		${others.map(([paragraph]) => paragraph).join('\n')}
		<p>${m.shell_error_code({ status: 500 })}</p>`;
	return template
		.replace('<html lang="fr">', `<html lang="${locale}" dir="${getTextDirection(locale)}">`)
		.replace(/(?<=<title>)[^·]*(?= ·)/, m.shell_error_500_title())
		.replace('<!--script-->', `<script type="module" src="${script}"></script>`)
		.replace(/(?<=<main[^>]*>).*(?=<\/main>)/s, main);
}
