/** What parts that are kept may be shown with: each line changes one thing that a part depends on. */

const visitor = { path: '/guichets' };
const applicant = { session: { kind: 'applicant', label: 'Amina' }, path: '/espace' };
const agent = { session: { kind: 'agent', label: 'Camille Renard' }, path: '/agent', dense: true };
export const headers = [
	visitor,
	{ path: '/guide' },
	{ path: '/guide/cotation' },
	{ path: '/ar/guide' },
	{ path: '/guichets', search: '?q=biot' },
	applicant,
	{ ...applicant, session: { kind: 'applicant', label: 'Bruno' } },
	{ ...applicant, path: '/espace/pieces' },
	agent,
	{ ...agent, demo: true },
	{ ...agent, path: '/agent/demandes' },
	{ ...agent, dense: false },
	{ session: { kind: 'helper', label: 'Dora' }, path: '/accompagnement' }
];

const plain = { theme: 'system', taille: 'normale', contraste: 'normal' };
export const footers = [
	{ path: '/', appearance: plain },
	{ path: '/guide' },
	{ path: '/', appearance: { ...plain, theme: 'dark' } },
	{ path: '/', appearance: { ...plain, taille: 'grande' } },
	{ path: '/', appearance: { ...plain, contraste: 'fort' } },
	{ path: '/', search: '?q=biot', appearance: plain },
	{ path: '/', demo: true, appearance: plain }
];

export const languageSwitches = [
	{ path: '/guide' },
	{ path: '/en/guide' },
	{ path: '/guide', variant: 'inline' },
	{ path: '/guichets' }
];

export const drawings = [{ group: 'tax' }, { group: 'identity' }, { group: 'tax', size: 72 }];

export const promises = [
	{ days: 5, graceDays: 3 },
	{ days: 8, graceDays: 3 },
	{ days: 5, graceDays: 7 }
];

const time = (hour: string, date = '2026-12-03') => ({
	day: 'jeudi 3 décembre',
	hour,
	value: `${date}T${hour}`
});
const day = {
	count: 2,
	date: '2026-12-03',
	day: 'jeudi 3 décembre 2026',
	morning: [time('9:30')],
	afternoon: [time('14:00')]
};
export const dayLists = [
	{ days: [day] },
	{ days: [{ ...day, afternoon: [] }] },
	{ days: [{ ...day, morning: [time('9:30'), time('10:00')] }] },
	{ days: [{ ...day, day: 'vendredi 4 décembre 2026' }] },
	{ days: [day], href: ({ value }: { value: string }) => `/x?${value}` },
	{ days: [day], href: ({ value }: { value: string }) => `/y?${value}` }
];

const filters = {
	chosen: { canal: null, acces: null, langue: null, commune: null },
	isFiltered: false,
	leftOut: 0,
	hasChannels: false,
	hasStepFree: false,
	languages: [] as string[],
	communes: [] as { value: string; label: string }[]
};
const other = { slug: 'biot', name: 'Biot', first: time('11:00'), km: 4 };
const times = {
	motive: { code: 'suivi', label: 'Suivi', horizonDays: 30 },
	counter: null as { slug: string; name: string } | null,
	first: null,
	days: [day],
	later: null,
	isFirstPage: true,
	others: [other],
	none: false
};
const step = {
	times,
	motives: [{ code: 'suivi', label: 'Suivi', needsAccount: false }],
	counters: [{ slug: 'biot', name: 'Biot' }],
	filters,
	from: null as string | null,
	isVisitor: true,
	chosen: null,
	refused: () => {}
};
export const timesSteps = [
	step,
	{ ...step, from: 'Antibes' },
	{ ...step, times: { ...times, counter: { slug: 'biot', name: 'Biot' } } },
	{ ...step, times: { ...times, motive: { ...times.motive, code: 'pieces' } } },
	{ ...step, times: { ...times, others: [{ ...other, km: 5 }] } },
	{ ...step, counters: [...step.counters, { slug: 'vence', name: 'Vence' }] },
	{ ...step, motives: [{ code: 'suivi', label: 'Suivre', needsAccount: false }] },
	{ ...step, filters: { ...filters, chosen: { ...filters.chosen, langue: 'arabe' } } },
	{ ...step, filters: { ...filters, communes: [{ value: '06018', label: 'Biot' }] } }
];

const counter = {
	slug: 'biot',
	name: 'Biot',
	postcodes: ['06410'],
	commune: 'Biot',
	insee: '06018',
	centre: [1, 2],
	confirmed: true,
	kilometres: null,
	openness: { state: 'unknown', words: null },
	firstFree: 'jeudi 3 décembre',
	notices: []
};
const place = { insee: '06018', name: 'Biot', slug: 'biot', isNear: false, x: 10, y: 20 };
const listed = {
	query: '',
	withoutCounter: [],
	near: null,
	nothingFound: false,
	counters: [counter],
	places: [place]
};
export const counters = [
	{ data: listed },
	{ data: { ...listed, counters: [{ ...counter, firstFree: null }] } },
	{ data: { ...listed, counters: [{ ...counter, confirmed: false }] } },
	{ data: { ...listed, counters: [{ ...counter, kilometres: 3 }] } },
	{ data: { ...listed, places: [{ ...place, isNear: true }] } },
	{ data: { ...listed, places: [{ ...place, slug: null }] } }
];

const kinds = [
	{ value: 'cni', label: 'Carte d’identité', group: 'identity' },
	{ value: 'avis', label: 'Avis d’imposition', group: 'tax' }
];
const choice = { key: 'fichier', screen: { kinds, people: [{ id: '1', name: 'Amina' }] } };
export const whatAndWhose = [
	choice,
	{ ...choice, key: 'autre' },
	{ ...choice, kind: 'avis' },
	{ ...choice, screen: { ...choice.screen, kinds: kinds.slice(1) } },
	{ ...choice, screen: { ...choice.screen, people: [{ id: '2', name: 'Bruno' }] } },
	{
		...choice,
		person: '2',
		screen: { kinds, people: [...choice.screen.people, { id: '2', name: 'Bruno' }] }
	}
];
