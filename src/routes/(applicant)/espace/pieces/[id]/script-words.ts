import * as m from '$lib/paraglide/messages.js';

/** What the script of a draft says, in the language of the page; {page} and {percent} are filled in on the phone. */
export function scriptWords(): Record<string, string> {
	const page = '{page}';
	return {
		preparing: m.draft_js_preparing({ page }),
		sending: m.draft_js_sending({ page }),
		percent: m.draft_js_percent({ percent: '{percent}' }),
		half: m.draft_js_half({ page }),
		offline: m.draft_js_offline(),
		back: m.draft_js_back(),
		unchanged: m.draft_js_unchanged(),
		received: m.draft_js_received({ page }),
		refused: m.draft_js_refused({ page }),
		heic: m.draft_js_heic(),
		signedOut: m.draft_js_signed_out(),
		failed: m.draft_js_failed(),
		waitingToSend: m.draft_js_waiting_to_send(),
		edited: m.draft_js_edited(),
		takeAway: m.draft_js_take_away(),
		page: m.draft_page({ number: page }),
		alt: m.draft_page_alt({ number: page }),
		'too-small': m.draft_js_too_small(),
		'too-dark': m.draft_js_too_dark(),
		blurred: m.draft_js_blurred()
	};
}
