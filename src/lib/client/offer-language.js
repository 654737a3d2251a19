/*
 * Offers the site once in the language of the browser, when that is another than the page's and we have it. Says so at
 * the foot of the screen, over nothing that is read first and without moving anything; whatever is answered is kept on
 * this device, and it is not asked again. Without this script the languages are in the header and the footer.
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
	const wanted = navigator.languages
		.map((tag) => tag.split('-')[0].toLowerCase())
		.find((tag) => tag in WORDS);
	if (!wanted || wanted === document.documentElement.lang) return;
	const link = document.querySelector(`a[hreflang="${wanted}"][lang="${wanted}"]`);
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
	go.textContent = read;
	const leave = document.createElement('button');
	leave.type = 'button';
	leave.textContent = no;
	leave.addEventListener('click', () => box.remove());
	box.setAttribute('aria-label', read);
	box.append(go, leave);
	document.body.append(box);
})();
