/*
 * Reading comfort on a page of text: listen, share, print, leave quickly. What the
 * phone cannot do is hidden. Plain JavaScript: it travels as it is.
 */
(() => {
	const find = (name) => document.querySelector(`[${name}]`);
	const said = find('data-said');
	const say = (text) => said && (said.textContent = text);

	const listen = find('data-listen');
	const text = find('data-read-aloud');
	const reads = text && 'speechSynthesis' in self;
	if (listen && !reads) listen.hidden = true;
	if (listen && reads) {
		const label = listen.querySelector('span');
		const words = [label.textContent, listen.dataset.stop];
		const voice = self.speechSynthesis;
		const show = (speaking) => {
			label.textContent = words[Number(speaking)];
			listen.setAttribute('aria-pressed', String(speaking));
		};
		const stop = () => {
			voice.cancel();
			show(false);
		};
		// A paragraph a piece: long texts are cut off after some seconds by some phones.
		const start = () => {
			const lang = text.closest('[lang]').lang;
			const pieces = text.querySelectorAll('h2, h3, p, li, td, figcaption');
			const leaves = [...pieces].filter((piece) => !piece.querySelector('p, li'));
			leaves.forEach((piece, index) => {
				const spoken = new SpeechSynthesisUtterance(piece.innerText);
				spoken.lang = lang;
				spoken.rate = 0.95;
				if (index === leaves.length - 1) spoken.onend = () => show(false);
				voice.speak(spoken);
			});
			show(true);
		};
		listen.addEventListener('click', () => (voice.speaking ? stop() : start()));
		self.addEventListener('pagehide', stop);
	}

	const share = find('data-share');
	const shares = navigator.share || navigator.clipboard;
	if (share && !shares) share.hidden = true;
	if (share && shares) {
		share.addEventListener('click', async () => {
			const page = { title: document.title, url: location.href.split('#')[0] };
			try {
				if (navigator.share) return await navigator.share(page);
				await navigator.clipboard.writeText(page.url);
				say(share.dataset.copied);
			} catch {
				// The person changed their mind.
			}
		});
	}

	find('data-print')?.addEventListener('click', () => self.print());

	// The page is not left in the history of this tab: "back" must not bring it up again.
	const exit = find('data-quick-exit');
	exit?.addEventListener('click', (event) => {
		event.preventDefault();
		location.replace(exit.href);
	});
})();
