/*
 * Remembers the language somebody chose, and leads them to it when they come back from elsewhere: their bookmark or a
 * link that others sent may be in another. Within the site the addresses say the language.
 *
 * Offers the site once in the language of the browser, when that is another than the page's and we have it. Says so over
 * the header, where the languages are, without covering what the page is for and without moving anything; it goes when
 * the header is wanted. Whatever is answered is kept on this device, and it is not asked again. Without this script the
 * languages are in the header and the footer.
 */
(() => {
	const NAME = 'langue-proposee';
	const WORDS = {
		fr: ['Lire ce site en français', 'Non merci'],
		en: ['Read this site in English', 'No, thank you'],
		ar: ['اقرأ هذا الموقع بالعربية', 'لا، شكرًا'],
		it: ['Leggere questo sito in italiano', 'No, grazie'],
		pt: ['Ler este site em português', 'Não, obrigado'],
		uk: ['Читати цей сайт українською', 'Ні, дякую']
	};
	const here = document.documentElement.lang;
	const linkTo = (language) =>
		document.querySelector(`a[hreflang="${language}"][lang="${language}"]`);
	document.addEventListener('click', ({ target }) => {
		const chosen = target.closest('a[hreflang][lang]')?.lang;
		if (chosen) document.cookie = `langue=${chosen}; path=/; max-age=31536000; samesite=lax`;
	});
	const chosen = /(?:^|; )langue=([a-z]{2})(?:;|$)/.exec(document.cookie)?.[1];
	const comesBack = !document.referrer.startsWith(location.origin);
	if (chosen && chosen !== here && comesBack && linkTo(chosen)) {
		const { pathname } = linkTo(chosen);
		return void location.replace(pathname + location.search + location.hash);
	}
	const wanted = navigator.languages
		.map((tag) => tag.split('-')[0].toLowerCase())
		.find((tag) => tag in WORDS);
	if (chosen || !wanted || wanted === here) return;
	const link = linkTo(wanted);
	try {
		if (!link || localStorage.getItem(NAME)) return;
		localStorage.setItem(NAME, wanted);
	} catch {
		// Nothing can be kept here: asking at every page would be worse than not asking.
		return;
	}
	const box = document.createElement('aside');
	box.className = 'offer-language';
	box.lang = wanted;
	box.dir = wanted === 'ar' ? 'rtl' : 'ltr';
	const [read, no] = WORDS[wanted];
	const go = document.createElement('a');
	go.href = link.href;
	go.lang = go.hreflang = wanted;
	go.textContent = read;
	const leave = document.createElement('button');
	leave.type = 'button';
	leave.textContent = no;
	leave.addEventListener('click', () => box.remove());
	box.setAttribute('aria-label', read);
	box.append(go, leave);
	document.body.append(box);
	// Whoever goes through the page with a keyboard sees where they are.
	document.querySelector('header')?.addEventListener('focusin', () => box.remove(), { once: true });
})();
