const PASSWORD = 'demo-logement-2026';

const IDENTITIES: [who: string, signIn: string][] = [
	['Amina Haddad, request in progress', `006032500012306A01 · ${PASSWORD}`],
	['Paul Giordano, to renew within 20 days', `006122500004506B02 · ${PASSWORD}`],
	['Maria Pereira, never signed in', '006112600000906C03 · code 4827 1593 7046 2815'],
	[
		'social worker who helps two of them',
		`accompagnante@demo.test · ${PASSWORD}, then the code in the e-mails sent`
	],
	['agent, Antibes counter', `agent.antibes@demo.test · ${PASSWORD}`],
	['agent, Valbonne counter', `agent.valbonne@demo.test · ${PASSWORD}`],
	['head of the housing service', `responsable@demo.test · ${PASSWORD}`]
];

/** What the demonstration prints once it answers: where to go and as whom. */
export function welcome(origin: string, seconds: number): string {
	const addresses: [string, string][] = [
		['public site', `${origin}/`],
		['applicants', `${origin}/connexion`],
		['first sign-in', `${origin}/activation`],
		['helpers', `${origin}/accompagnement`],
		['staff', `${origin}/agent/connexion`],
		['e-mails and SMS sent', `${origin}/demo/messages`]
	];
	return [
		'',
		`Guichet Logement, demonstration: ready in ${seconds.toFixed(1)} s. Everyone in it is fictional.`,
		'',
		...table(addresses),
		'',
		...table(IDENTITIES),
		'',
		'  Staff also type a six-digit code: TOTP secret JBSWY3DPEHPK3PXP, in any authenticator.',
		'  Ctrl-C stops it and keeps the data; `npm run demo -- --fresh` starts anew.',
		''
	].join('\n');
}

function table(rows: [string, string][]): string[] {
	const width = Math.max(...rows.map(([left]) => left.length)) + 3;
	return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`);
}
