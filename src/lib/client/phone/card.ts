import { CARD_MARK, forgetCard } from './forget.ts';

/*
 * The card that somebody asked to keep on their own phone: where the request stands, the next appointment, the day to
 * renew before. Encrypted with a key that the browser holds and no script can read out; gone at sign-out, when the
 * session is over, under somebody else, and after seven days without a visit.
 * docs/decisions: deviation from ASVS 5.0, 14.3.3.
 */

interface Words {
	step: string;
	appointment: string | null;
	/** ISO day. */
	renewal: string | null;
}

interface Kept {
	key: CryptoKey;
	iv: Uint8Array<ArrayBuffer>;
	sealed: ArrayBuffer;
	keptAt: number;
}

const SEVEN_DAYS = 7 * 24 * 60 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

function store(): Promise<IDBDatabase> {
	return new Promise((done, fail) => {
		const opening = indexedDB.open('carte', 1);
		opening.onupgradeneeded = () => opening.result.createObjectStore('carte');
		opening.onsuccess = () => done(opening.result);
		opening.onerror = () => fail(opening.error ?? new Error('carte'));
	});
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((done, fail) => {
		request.onsuccess = () => done(request.result);
		request.onerror = () => fail(request.error ?? new Error('carte'));
	});
}

async function keep(person: string, words: string): Promise<void> {
	const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
		'encrypt',
		'decrypt'
	]);
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const sealed = await crypto.subtle.encrypt(
		{ name: 'AES-GCM', iv },
		key,
		new TextEncoder().encode(words)
	);
	const database = await store();
	const kept: Kept = { key, iv, sealed, keptAt: new Date().getTime() };
	await asked(database.transaction('carte', 'readwrite').objectStore('carte').put(kept, 'carte'));
	database.close();
	localStorage.setItem(CARD_MARK, person);
}

async function read(): Promise<{ words: Words; keptAt: number } | null> {
	if (!localStorage.getItem(CARD_MARK)) return null;
	const database = await store();
	const kept = await asked<Kept | undefined>(
		database.transaction('carte').objectStore('carte').get('carte')
	);
	database.close();
	if (!kept || new Date().getTime() - kept.keptAt > SEVEN_DAYS) {
		await forgetCard();
		return null;
	}
	const { key, iv, sealed, keptAt } = kept;
	const open = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
	return { words: JSON.parse(new TextDecoder().decode(open)) as Words, keptAt };
}

/** On "my request": keeps what the page says when asked, and what it says today when it was asked before. */
function offer(area: HTMLElement): void {
	const { card: person = '', keptWords = '' } = area.dataset;
	const [yes, no, state] = ['keep', 'forget', 'state'].map((name) =>
		area.querySelector<HTMLElement>(`[data-card-${name}]`)!
	);
	const show = (isKept: boolean) => {
		yes!.hidden = isKept;
		no!.hidden = !isKept;
		state!.hidden = !isKept;
	};
	const keepNow = () => keep(person, keptWords).then(() => show(true));
	yes!.addEventListener('click', () => void keepNow());
	no!.addEventListener('click', () => void forgetCard().then(() => show(false)));
	if (localStorage.getItem(CARD_MARK) === person) void keepNow();
}

/** On the page that says "offline". */
async function show(area: HTMLElement): Promise<void> {
	const kept = await read().catch(() => null);
	if (!kept) return;
	const { lang } = document.documentElement;
	const inWords = (day: number) => new Date(day).toLocaleDateString(lang, { dateStyle: 'long' });
	const write = (name: string, text: string | null) => {
		const line = area.querySelector<HTMLElement>(`[data-line="${name}"]`)!;
		line.hidden = text === null;
		line.querySelector('[data-value]')!.textContent = text;
	};
	const { step, appointment, renewal } = kept.words;
	write('step', step);
	write('appointment', appointment);
	const before = renewal && Date.parse(renewal);
	const left = before ? Math.max(0, Math.ceil((before - new Date().getTime()) / DAY)) : null;
	write('renewal', before ? `${left} (${inWords(before)})` : null);
	write('kept', inWords(kept.keptAt));
	area.hidden = false;
}

const offered = document.querySelector<HTMLElement>('[data-card]');
const shown = document.querySelector<HTMLElement>('[data-card-shown]');
if (offered) offer(offered);
if (shown) void show(shown);
