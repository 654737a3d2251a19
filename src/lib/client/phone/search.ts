import MiniSearch from 'minisearch';

/*
 * The search of a phone without a network: the same passages as the server's, looked through here. Loaded by the
 * kept copy of the page of the search alone.
 */

interface Passage {
	kind: string;
	address: string;
	anchor: string | null;
	title: string;
	heading: string | null;
	body: string;
	also: string;
}

const MOST = 10;
const SHOWN = 220;

/** Letters without their accents, in every alphabet; Arabic short vowels fall with them. */
const plain = (word: string) =>
	word
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/^(?:l|d|qu|j|n|s|c|m|t)['’]/, '');

async function find(question: string, source: string): Promise<Passage[]> {
	const passages = (await (await fetch(source)).json()) as Passage[];
	const index = new MiniSearch<Passage & { id: number }>({
		fields: ['title', 'also', 'heading', 'body'],
		processTerm: plain,
		searchOptions: {
			boost: { title: 4, also: 3, heading: 2 },
			prefix: (term) => term.length > 2,
			fuzzy: (term) => (term.length > 4 ? 0.25 : false),
			combineWith: 'AND'
		}
	});
	index.addAll(passages.map((passage, id) => ({ id, ...passage })));
	const exact = index.search(question);
	const found = exact.length ? exact : index.search(question, { combineWith: 'OR' });
	return found.slice(0, MOST).map(({ id }) => passages[id as number]!);
}

/** @param area where results go; its template says how one looks */
async function show(area: HTMLElement): Promise<void> {
	const question = new URLSearchParams(location.search).get('q')?.trim();
	document.querySelector<HTMLInputElement>('[name=q]')!.value = question ?? '';
	area.hidden = false;
	if (!question) return;
	const found = await find(question, area.dataset['source']!);
	const model = area.querySelector('template')!.content;
	const lines = found.map((passage) => {
		const line = model.cloneNode(true) as DocumentFragment;
		const link = line.querySelector('a')!;
		link.textContent = passage.title;
		link.href = `${area.dataset['prefix']}${passage.address}${passage.anchor ? `#${passage.anchor}` : ''}`;
		line.querySelector('[data-heading]')!.textContent = passage.heading;
		line.querySelector('[data-passage]')!.textContent =
			passage.body.length > SHOWN ? `${passage.body.slice(0, SHOWN)} …` : passage.body;
		return line;
	});
	area.querySelector('ol')!.replaceChildren(...lines);
	area.querySelector<HTMLElement>('[data-none]')!.hidden = found.length > 0;
}

const area = document.querySelector<HTMLElement>('[data-offline-search]');
if (area) void show(area);
