import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/*
 * What happens to a form when the network goes. Every page brings the shell (lib/client/phone/shell.ts), which keeps
 * any form where it is and says so: no form can be missing from that. What people send from a phone is also shown in a
 * browser, form by form; a form that is added to their pages is in this list or stops this test.
 */

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const under = (folder: string, ending: RegExp) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => ending.test(file))
		.map((file) => join(folder, file))
		.toSorted();

/** Stopped like every form: shown on a page of each kind, not on its own. */
const LIKE_ALL = 'no form of any page leaves without a network';

/** By component, words of the test that shows each of its forms. The staff's are like all, but the decision on a paper. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
	'lib/components/SiteFooter.svelte': [LIKE_ALL],
	'lib/components/SiteHeader.svelte': [LIKE_ALL],
	'routes/(applicant)/espace/accompagnants/HelperCard.svelte': ['dismisses a helper in a tunnel'],
	'routes/(applicant)/espace/accompagnants/nommer/+page.svelte': ['naming somebody who helps'],
	'routes/(applicant)/espace/compte/+page.svelte': [LIKE_ALL],
	'routes/(applicant)/espace/confirmer/+page.svelte': ['giving the password again'],
	'routes/(applicant)/espace/demande/changements/[id]/+page.svelte': ['a change and a request'],
	'routes/(applicant)/espace/demande/changer/[slug]/+page.svelte': ['declaring a change'],
	'routes/(applicant)/espace/demande/corriger/+page.svelte': ['a fact said to be wrong'],
	'routes/(applicant)/espace/messages/WriteForm.svelte': ['a message written without a network'],
	'routes/(applicant)/espace/offre/reponse/+page.svelte': ['to a home, given in a tunnel'],
	'routes/(applicant)/espace/pieces/OtherPaper.svelte': ['another paper, begun in a tunnel'],
	'routes/(applicant)/espace/pieces/PaperToSend.svelte': ['beginning a paper'],
	'routes/(applicant)/espace/pieces/SendForm.svelte': ['beginning a paper'],
	'routes/(applicant)/espace/pieces/[id]/AddPage.svelte': [
		'without network the page says so calmly'
	],
	'routes/(applicant)/espace/pieces/[id]/DraftPaper.svelte': [
		'the pages of a paper, put together and sent in a tunnel',
		'given up in a tunnel, it is gone once'
	],
	'routes/(applicant)/espace/pieces/[id]/DraftTile.svelte': ['the pages of a paper, put together'],
	'routes/(applicant)/espace/pieces/[id]/OwnPaper.svelte': ['a paper that was sent, taken back'],
	'routes/(applicant)/espace/pieces/partage/[id]/+page.svelte': ['what a shared paper is, said'],
	'routes/(applicant)/espace/rendez-vous/WaitingPart.svelte': ['and a request for another time'],
	'routes/(applicant)/espace/renouvellement/+page.svelte': ["name: 'renewing'"],
	'routes/(applicant)/espace/renouvellement/confirmer/+page.svelte': ['the last step of a renewal'],
	'routes/(auth)/accompagnement/connexion/CodeForm.svelte': ['one code, then one session'],
	'routes/(auth)/accompagnement/connexion/PasswordForm.svelte': ['one code, then one session'],
	'routes/(auth)/accompagnement/invitation/[secret]/+page.svelte': ['declined in a tunnel'],
	'routes/(auth)/accompagnement/invitation/[secret]/AcceptForm.svelte': ['accepting to help'],
	'routes/(auth)/accompagnement/mot-de-passe/+page.svelte': ['asking for another password'],
	'routes/(auth)/accompagnement/mot-de-passe/[jeton]/+page.svelte': [
		'another password of somebody'
	],
	'routes/(auth)/activation/ChoiceForm.svelte': ['the password of a first sign-in'],
	'routes/(auth)/activation/CodeForm.svelte': ['the first sign-in with a code'],
	'routes/(auth)/connexion/+page.svelte': ["name: 'signing in'"],
	'routes/(auth)/deconnexion/+page.svelte': ["name: 'signing out'"],
	'routes/(helper)/accompagnement/+page.svelte': ['for the person they help is done once'],
	'routes/(helper)/accompagnement/[mandat]/rendez-vous/+page.svelte': [
		'for the person they help is done once',
		'for the person they help is done once'
	],
	'routes/(portal)/guide/Useful.svelte': ['saying whether a chapter was useful'],
	'routes/(portal)/liste-attente/EntryCard.svelte': ['the waiting list, joined and left'],
	'routes/(portal)/liste-attente/JoinForm.svelte': ['the waiting list, joined and left'],
	'routes/(portal)/liste-attente/[token]/+page.svelte': ['taken or left', 'taken or left'],
	'routes/(portal)/rendez-vous/ChooseForm.svelte': ["name: 'choosing a time'"],
	'routes/(portal)/rendez-vous/[token]/annuler/+page.svelte': ['booking, moving and cancelling'],
	'routes/(portal)/rendez-vous/[token]/deplacer/MoveCheck.svelte': [
		'booking, moving and cancelling'
	],
	'routes/(portal)/rendez-vous/confirmer/ApplicantCheck.svelte': [
		'booking, moving and cancelling',
		LIKE_ALL
	],
	'routes/(portal)/rendez-vous/confirmer/VisitorCodeForm.svelte': [
		'a visitor who books keeps what they typed',
		LIKE_ALL
	],
	'routes/(portal)/rendez-vous/confirmer/VisitorContactForm.svelte': [
		'a visitor who books keeps what they typed'
	],
	'routes/(portal)/rendez-vous/confirmer/VisitorSteps.svelte': [LIKE_ALL, LIKE_ALL],
	'routes/(portal)/rendez-vous/demander/+page.svelte': ['saying whom no time suits']
};

/** Scripts of ours that take a form themselves, before the shell: each says what it does without a network. */
const TAKEN_BEFORE = [
	'lib/client/desk/next-paper.js',
	'lib/client/letter.js',
	'lib/client/papers/draft.ts',
	'lib/client/phone/forms.ts',
	'lib/client/phone/kept-form.ts',
	'lib/client/phone/shell.ts'
];

const posting = (file: string) => read(file).match(/<form\b[^>]*method="post"/gi)?.length ?? 0;

test('each form that people send from a phone is shown going offline', () => {
	const files = under('src', /\.svelte$/).filter((file) => !file.includes('/(staff)/'));
	const found = files.flatMap((file) => {
		const forms = posting(file);
		return forms ? [[file.replace('src/', ''), forms]] : [];
	});
	const listed = Object.entries(SHOWN).map(([file, shown]) => [file, shown.length]);
	expect(listed).toEqual(found);
	const tests = under('tests/e2e', /\.spec\.ts$/)
		.map(read)
		.join('\n');
	const missing = Object.values(SHOWN).flat();
	expect(missing.filter((words) => !tests.includes(words))).toEqual([]);
});

test('every page comes with the shell, and no script takes a form without being known', () => {
	const layout = read('src/routes/+layout.svelte');
	expect(layout).toContain('<script type="module" src={shell}>');
	expect(layout).toContain('<PhoneNotices ');
	// A page or a layout with "@" in its name would leave the layout that brings both.
	expect(under('src/routes', /\+(page|layout)@/)).toEqual([]);
	const scripts = [...under('src/lib/client', /\.(ts|js)$/), ...under('src', /\.svelte$/)];
	const taking = scripts.filter((file) => /\('submit',|\bonsubmit\b/.test(read(file)));
	expect(taking.map((file) => file.replace('src/', ''))).toEqual(TAKEN_BEFORE);
	// It tells nobody that the form leaves.
	expect(scripts.filter((file) => /\.submit\(\)/.test(read(file)))).toEqual([]);
});
