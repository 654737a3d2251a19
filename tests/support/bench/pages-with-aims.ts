/** The pages of the budgets (issue 7), with the aim for the paint of their main content, in milliseconds. */
export const MEASURED_PAGES = [
	{ name: 'home', path: '/', aim: 700, signedIn: false },
	{ name: 'guide, a chapter', path: '/guide/cotation', aim: 700, signedIn: false },
	{ name: 'counters', path: '/guichets', aim: 700, signedIn: false },
	{ name: 'figures', path: '/chiffres', aim: 700, signedIn: false },
	{ name: 'book', path: '/rendez-vous', aim: 900, signedIn: false },
	{ name: 'my request', path: '/espace', aim: 900, signedIn: true },
	{ name: 'papers', path: '/espace/pieces', aim: 1_000, signedIn: true }
] as const;
