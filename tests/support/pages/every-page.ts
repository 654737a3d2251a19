import type { Subjects } from './subjects.ts';

/** Who opens a page: nobody in particular, whoever made this request, a helper, an agent, the head of service. */
export type Visitor = 'anybody' | { request: string } | 'helper' | 'agent' | 'head';

export type Visit = {
	who: Visitor;
	path: string;
	/** What an agent looks for, kept in a sealed cookie and in no address. */
	search?: string;
};

/**
 * One visit to every page, by the identifier of its route. A page without a line here fails the test
 * (pages-ask-little.spec.ts): whoever adds one says who opens it and where.
 */
// One line a page, so that the table can be read as a table.
// prettier-ignore
export function everyPage(subjects: Subjects): Record<string, Visit> {
	const mine = (path: string): Visit => ({ who: { request: subjects.request }, path });
	const helper = (path: string): Visit => ({ who: 'helper', path });
	const agent = (path: string): Visit => ({ who: 'agent', path });
	const head = (path: string): Visit => ({ who: 'head', path });
	const anybody = (path: string): Visit => ({ who: 'anybody', path });
	const file = `/agent/demandes/${subjects.request}`;
	const mandate = `/accompagnement/${subjects.mandates.papers}`;
	const visitor = `/agent/rendez-vous/${subjects.visitorAppointment}`;
	return {
		'(applicant)/espace': mine('/espace'),
		'(applicant)/espace/accompagnants': mine('/espace/accompagnants'),
		'(applicant)/espace/accompagnants/nommer': mine('/espace/accompagnants/nommer'),
		'(applicant)/espace/chiffres': mine('/espace/chiffres'),
		'(applicant)/espace/compte': mine('/espace/compte'),
		'(applicant)/espace/confirmer': mine('/espace/confirmer'),
		'(applicant)/espace/cotation': mine('/espace/cotation'),
		'(applicant)/espace/cotation/[id]': { who: { request: subjects.score.request }, path: `/espace/cotation/${subjects.score.id}` },
		'(applicant)/espace/decision': mine('/espace/decision'),
		'(applicant)/espace/delais': mine('/espace/delais'),
		'(applicant)/espace/demande': mine('/espace/demande'),
		'(applicant)/espace/demande/changements': mine('/espace/demande/changements'),
		'(applicant)/espace/demande/changements/[id]': { who: { request: subjects.proposal.request }, path: `/espace/demande/changements/${subjects.proposal.id}` },
		'(applicant)/espace/demande/changer': mine('/espace/demande/changer'),
		'(applicant)/espace/demande/changer/[slug]': mine('/espace/demande/changer/revenus'),
		'(applicant)/espace/demande/corriger': mine('/espace/demande/corriger?fait=loyer'),
		'(applicant)/espace/documents': mine('/espace/documents'),
		'(applicant)/espace/messages': mine('/espace/messages'),
		'(applicant)/espace/offre': { who: { request: subjects.offer.request }, path: '/espace/offre' },
		'(applicant)/espace/offre/reponse': { who: { request: subjects.offer.request }, path: `/espace/offre/reponse?offre=${subjects.offer.id}&reponse=oui` },
		'(applicant)/espace/pieces': mine('/espace/pieces'),
		'(applicant)/espace/pieces/[id]': { who: { request: subjects.draft.request }, path: `/espace/pieces/${subjects.draft.id}` },
		'(applicant)/espace/pieces/liste': mine('/espace/pieces/liste'),
		'(applicant)/espace/pieces/partage': mine('/espace/pieces/partage'),
		'(applicant)/espace/pieces/partage/[id]': { who: { request: subjects.draft.request }, path: `/espace/pieces/partage/${subjects.draft.id}` },
		'(applicant)/espace/rendez-vous': mine('/espace/rendez-vous'),
		'(applicant)/espace/renouvellement': { who: { request: subjects.renewal }, path: '/espace/renouvellement' },
		'(applicant)/espace/renouvellement/confirmer': { who: { request: subjects.renewal }, path: '/espace/renouvellement/confirmer' },
		'(auth)/accompagnement/connexion': anybody('/accompagnement/connexion'),
		'(auth)/accompagnement/invitation/[secret]': anybody(`/accompagnement/invitation/${subjects.invitation}`),
		'(auth)/accompagnement/mot-de-passe': anybody('/accompagnement/mot-de-passe'),
		'(auth)/accompagnement/mot-de-passe/[jeton]': anybody(`/accompagnement/mot-de-passe/${subjects.reset}`),
		'(auth)/activation': anybody('/activation'),
		'(auth)/connexion': anybody('/connexion'),
		'(auth)/deconnexion': mine('/deconnexion'),
		'(helper)/accompagnement': helper('/accompagnement'),
		'(helper)/accompagnement/[mandat]': helper(mandate),
		'(helper)/accompagnement/[mandat]/demande': helper(`/accompagnement/${subjects.mandates.facts}/demande`),
		'(helper)/accompagnement/[mandat]/messages': helper(`/accompagnement/${subjects.mandates.facts}/messages`),
		'(helper)/accompagnement/[mandat]/papiers': helper(`${mandate}/papiers`),
		'(helper)/accompagnement/[mandat]/rendez-vous': helper(`${mandate}/rendez-vous?motif=suivi&guichet=antibes`),
		'(portal)': anybody('/'),
		'(portal)/accessibilite': anybody('/accessibilite'),
		'(portal)/chiffres': anybody('/chiffres?commune=06152'),
		'(portal)/confidentialite': anybody('/confidentialite'),
		'(portal)/cotation': anybody('/cotation'),
		'(portal)/demo/messages': anybody('/demo/messages'),
		'(portal)/guichets': anybody('/guichets'),
		'(portal)/guichets/[slug]': anybody('/guichets/antibes'),
		'(portal)/guide': anybody('/guide'),
		'(portal)/guide/[chapter]': anybody('/guide/cotation'),
		'(portal)/guide/[chapter]/simple': anybody('/guide/cotation/simple'),
		'(portal)/guide/avis': anybody('/guide/avis'),
		'(portal)/guide/mots': anybody('/guide/mots'),
		'(portal)/guide/questions': anybody('/guide/questions'),
		'(portal)/hors-ligne': anybody('/hors-ligne'),
		'(portal)/installer': anybody('/installer'),
		'(portal)/lettres': anybody('/lettres'),
		'(portal)/lettres/[modele]': anybody(`/lettres/${subjects.letter}`),
		'(portal)/liste-attente/[token]': anybody(`/liste-attente/${subjects.waitingOffer}`),
		'(portal)/mentions-legales': anybody('/mentions-legales'),
		'(portal)/pieces': anybody('/pieces'),
		'(portal)/plafonds': anybody('/plafonds?adultes=1&charge=2&revenu=46000'),
		'(portal)/recherche': anybody('/recherche?q=dalo'),
		'(portal)/rendez-vous': anybody('/rendez-vous?motif=enregistrement&guichet=antibes'),
		'(portal)/rendez-vous/[token]': anybody(`/rendez-vous/${subjects.link}`),
		'(portal)/rendez-vous/[token]/annuler': anybody(`/rendez-vous/${subjects.link}/annuler`),
		'(portal)/rendez-vous/[token]/deplacer': anybody(`/rendez-vous/${subjects.link}/deplacer`),
		'(portal)/rendez-vous/confirmer': { who: { request: subjects.hold }, path: '/rendez-vous/confirmer?motif=suivi' },
		'(portal)/rendez-vous/demander': mine('/rendez-vous/demander?motif=suivi&guichet=antibes'),
		'(portal)/statistiques': anybody('/statistiques'),
		'(staff)/agent': agent('/agent'),
		'(staff)/agent/agenda': agent('/agent/agenda'),
		'(staff)/agent/changements': agent('/agent/changements'),
		'(staff)/agent/chiffres': head('/agent/chiffres'),
		'(staff)/agent/chiffres/[id]': head(`/agent/chiffres/${subjects.figures}`),
		'(staff)/agent/connexion': anybody('/agent/connexion'),
		'(staff)/agent/cotation': head('/agent/cotation'),
		'(staff)/agent/cotation/[id]': head(`/agent/cotation/${subjects.grid.id}`),
		'(staff)/agent/cotation/[id]/critere/[code]': head(`/agent/cotation/${subjects.grid.id}/critere/${subjects.grid.criterion}`),
		'(staff)/agent/cotation/[id]/effet': head(`/agent/cotation/${subjects.grid.id}/effet`),
		'(staff)/agent/delais': agent('/agent/delais'),
		'(staff)/agent/delais/[delai]': agent('/agent/delais/attestation'),
		'(staff)/agent/demandes': { ...agent('/agent/demandes?recherche=1'), search: 'Haddad' },
		'(staff)/agent/demandes/[id]': agent(file),
		'(staff)/agent/demandes/[id]/changements': agent(`${file}/changements`),
		'(staff)/agent/demandes/[id]/changements/[changement]': head(`/agent/demandes/${subjects.proposal.request}/changements/${subjects.proposal.id}`),
		'(staff)/agent/demandes/[id]/cotation': agent(`${file}/cotation`),
		'(staff)/agent/demandes/[id]/depot': agent(`${file}/depot`),
		'(staff)/agent/demandes/[id]/evenement': agent(`${file}/evenement`),
		'(staff)/agent/demandes/[id]/evenement/erreur': agent(`${file}/evenement/erreur?evenement=${subjects.event}`),
		'(staff)/agent/demandes/[id]/messages': agent(`${file}/messages`),
		'(staff)/agent/demandes/[id]/numeriser': agent(`${file}/numeriser`),
		'(staff)/agent/demandes/[id]/rendez-vous': agent(`${file}/rendez-vous?motif=suivi`),
		'(staff)/agent/demandes/[id]/rendez-vous/annuler': head(`/agent/demandes/${subjects.appointment.request}/rendez-vous/annuler?rdv=${subjects.appointment.id}`),
		'(staff)/agent/guichets': agent('/agent/guichets'),
		'(staff)/agent/guichets/[slug]': agent('/agent/guichets/antibes'),
		'(staff)/agent/guichets/[slug]/avis': agent('/agent/guichets/antibes/avis'),
		'(staff)/agent/guichets/[slug]/bureaux': agent('/agent/guichets/antibes/bureaux'),
		'(staff)/agent/guichets/[slug]/fermeture': agent('/agent/guichets/antibes/fermeture'),
		'(staff)/agent/guichets/[slug]/horaires': agent('/agent/guichets/antibes/horaires'),
		'(staff)/agent/guichets/[slug]/motifs/[code]': head('/agent/guichets/antibes/motifs/suivi'),
		'(staff)/agent/guichets/[slug]/ouverture': agent('/agent/guichets/antibes/ouverture'),
		'(staff)/agent/guichets/[slug]/reglages': agent('/agent/guichets/antibes/reglages'),
		'(staff)/agent/journal': head('/agent/journal'),
		'(staff)/agent/liste-attente': agent('/agent/liste-attente'),
		'(staff)/agent/messages': agent('/agent/messages'),
		'(staff)/agent/messages/modeles': head('/agent/messages/modeles'),
		'(staff)/agent/messages/modeles/[id]': head(`/agent/messages/modeles/${subjects.template}`),
		'(staff)/agent/offres': agent('/agent/offres'),
		'(staff)/agent/pieces': agent('/agent/pieces'),
		'(staff)/agent/pieces/[id]': head(`/agent/pieces/${subjects.paper}`),
		'(staff)/agent/pieces/antivirus': head('/agent/pieces/antivirus'),
		'(staff)/agent/pieces/catalogue': head('/agent/pieces/catalogue'),
		'(staff)/agent/pieces/catalogue/[code]': head('/agent/pieces/catalogue/payslips'),
		'(staff)/agent/pieces/catalogue/nouveau': head('/agent/pieces/catalogue/nouveau'),
		'(staff)/agent/pieces/droits': head('/agent/pieces/droits'),
		'(staff)/agent/pieces/motifs': head('/agent/pieces/motifs'),
		'(staff)/agent/pieces/motifs/[code]': head('/agent/pieces/motifs/blurred'),
		'(staff)/agent/pieces/motifs/nouveau': head('/agent/pieces/motifs/nouveau'),
		'(staff)/agent/plafonds': head('/agent/plafonds'),
		'(staff)/agent/procedures': agent('/agent/procedures'),
		'(staff)/agent/procedures/[procedure]': agent('/agent/procedures/verifier-les-pieces'),
		'(staff)/agent/reglages': head('/agent/reglages'),
		'(staff)/agent/reglages/organismes': head('/agent/reglages/organismes'),
		'(staff)/agent/rendez-vous/[id]': head(visitor),
		'(staff)/agent/rendez-vous/[id]/annuler': head(`${visitor}/annuler`),
		'(staff)/agent/rendez-vous/[id]/deplacer': head(`${visitor}/deplacer`),
		'(staff)/agent/renouvellements': agent('/agent/renouvellements'),
		'(staff)/agent/sans-rendez-vous': agent('/agent/sans-rendez-vous'),
		'(staff)/agent/souhaits': agent('/agent/souhaits')
	};
}

/** The same pages asked for something else, where that is another question to the database. */
export const OTHER_QUESTIONS: Record<string, Visit> = {
	'(staff)/agent/demandes, the last changed': { who: 'agent', path: '/agent/demandes' },
	'(staff)/agent/demandes, to renew': { who: 'agent', path: '/agent/demandes?liste=a-renouveler' },
	'(staff)/agent/demandes, of the head': { who: 'head', path: '/agent/demandes' },
	'(staff)/agent, of the head': { who: 'head', path: '/agent' },
	'(staff)/agent/pieces, to deposit': { who: 'agent', path: '/agent/pieces?liste=a-deposer' },
	'(staff)/agent/changements, corrections': {
		who: 'agent',
		path: '/agent/changements?liste=corrections'
	},
	'(staff)/agent/messages, closed': { who: 'agent', path: '/agent/messages?liste=clos' }
};
