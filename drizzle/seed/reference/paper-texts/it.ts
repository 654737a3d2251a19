import type { PaperTexts } from '../paper-categories.ts';

/** Name and meaning of each paper, in Italian; the French term stays where that is what is printed on it. */
export const it: PaperTexts = {
	national_id_card: ['Carta d’identità nazionale', 'I due lati della carta.'],
	passport: ['Passaporto', 'La pagina con la foto e il nome.'],
	residence_permit: [
		'Permesso di soggiorno (titre de séjour)',
		'I due lati del permesso, ancora valido.'
	],
	residence_permit_receipt: [
		'Ricevuta del permesso di soggiorno (récépissé)',
		'Il documento che riceve quando rinnova un permesso di soggiorno. Un primo permesso? Chieda allo sportello.'
	],
	birth_certificate: ['Atto di nascita', 'Lo dà il municipio del luogo di nascita.'],
	guardianship_order: [
		'Sentenza di tutela o di curatela',
		'La decisione del giudice che protegge un adulto o un bambino.'
	],
	tax_notice_n2: [
		'Avviso d’imposta sui redditi di due anni fa',
		'Tutte le pagine dell’avviso. Indica il reddito fiscale di riferimento (revenu fiscal de référence).'
	],
	foreign_tax_notice: [
		'Avviso d’imposta di un altro paese',
		'Se dichiarava i suoi redditi in un altro paese. Con la traduzione in francese.'
	],
	tax_notice_n1: [
		'Ultimo avviso d’imposta',
		'Sui redditi dell’anno scorso. Utile se i suoi redditi sono diminuiti.'
	],
	income_last_12_months: [
		'Redditi degli ultimi 12 mesi',
		'I documenti che mostrano che cosa ha ricevuto. Utili se i suoi redditi sono diminuiti almeno del 10%.'
	],
	family_record_book: [
		'Libretto di famiglia (livret de famille)',
		'Tutte le pagine compilate: genitori e figli.'
	],
	pacs_certificate: [
		'Certificato di unione civile (PACS)',
		'Il documento che dice che ha un PACS.'
	],
	pacs_dissolution: [
		'Fine dell’unione civile (PACS)',
		'Il documento che dice che il PACS è terminato.'
	],
	death_certificate: [
		'Atto di morte',
		'Lo dà il municipio. Se è morto suo marito, sua moglie o il suo partner.'
	],
	pregnancy_certificate: ['Certificato di gravidanza', 'Lo dà il medico o l’ostetrica.'],
	divorce_judgment: [
		'Sentenza o accordo di divorzio',
		'La decisione del giudice, o l’accordo firmato davanti a un notaio.'
	],
	separation_order: [
		'Separazione: decisione provvisoria del giudice',
		'Se il divorzio è in corso.'
	],
	custody_decision: [
		'Decisione sull’affido dei figli',
		'La decisione del giudice, o l’accordo dei genitori.'
	],
	protection_order: [
		'Ordinanza di protezione',
		'La decisione del giudice che protegge una persona dalla violenza.'
	],
	student_card: ['Tessera di studente', 'La tessera o il certificato di iscrizione di quest’anno.'],
	apprenticeship_contract: ['Contratto di apprendistato', 'Il contratto firmato.'],
	work_contract: ['Contratto di lavoro', 'Il contratto firmato, in corso.'],
	employer_statement: [
		'Dichiarazione del datore di lavoro',
		'Una lettera del datore di lavoro sul suo impiego.'
	],
	unemployment_statement: [
		'Dichiarazione di France Travail',
		'Il documento che dice che è iscritto o iscritta, e che cosa riceve.'
	],
	business_registration: [
		'Registrazione della sua impresa',
		'Se lavora in proprio: artigianato, commercio, lavoro autonomo.'
	],
	payslips: ['Ultime tre buste paga', 'Un file per ogni busta paga, o le tre insieme.'],
	business_accounts: [
		'Conti della sua impresa',
		'L’ultimo bilancio, o la dichiarazione del contabile.'
	],
	pension_notice: ['Pensione: avviso di pagamento', 'Che cosa versano le casse pensione.'],
	disability_pension_notice: [
		'Pensione di invalidità: avviso di pagamento',
		'Che cosa versa la cassa.'
	],
	daily_allowance_slips: [
		'Indennità di malattia o di disoccupazione',
		'Le ricevute di quello che riceve.'
	],
	family_allowance_statement: [
		'Certificato della CAF o della MSA',
		'L’elenco degli aiuti che riceve.'
	],
	alimony_judgment: [
		'Assegno di mantenimento',
		'La decisione che fissa l’assegno che riceve o paga.'
	],
	student_grant_notice: ['Borsa di studio', 'L’avviso di assegnazione della borsa.'],
	lease: ['Contratto di affitto (bail)', 'Il contratto del suo alloggio attuale, firmato.'],
	rent_receipt: ['Ricevuta dell’affitto (quittance)', 'L’ultima che ha.'],
	landlord_certificate: [
		'Dichiarazione del proprietario',
		'Dice che lei è in affitto e che l’affitto è pagato.'
	],
	host_certificate: [
		'Dichiarazione di chi la ospita',
		'La persona che la ospita scrive che lei abita da lei.'
	],
	accommodation_receipt: [
		'Ricevuta di una struttura, di un albergo o di un campeggio',
		'La ricevuta o la dichiarazione del luogo dove dorme.'
	],
	social_worker_certificate: [
		'Dichiarazione di un assistente sociale',
		'Descrive la sua situazione di alloggio.'
	],
	domiciliation_certificate: [
		'Certificato di indirizzo postale (domiciliation)',
		'L’indirizzo dove riceve la posta, se non ha un alloggio.'
	],
	title_deed: ['Atto di proprietà', 'Se possiede un alloggio.'],
	financing_plan: ['Piano di finanziamento', 'Se possiede un alloggio: i prestiti da rimborsare.'],
	notice_to_quit: ['Disdetta del proprietario', 'La lettera che le chiede di lasciare l’alloggio.'],
	eviction_papers: [
		'Documenti di sfratto',
		'Intimazione a pagare o a lasciare l’alloggio, sentenza.'
	],
	demolition_notice: ['Alloggio da demolire', 'Il documento che annuncia la demolizione.'],
	indecency_report: [
		'Alloggio in cattivo stato: verbale',
		'Il verbale della CAF, dell’agenzia della salute o di un ufficiale giudiziario (commissaire de justice).'
	],
	insalubrity_order: [
		'Decisione ufficiale di insalubrità o di pericolo',
		'La decisione del prefetto (préfet) o del sindaco sull’alloggio.'
	],
	complaint: [
		'Denuncia o segnalazione alla polizia',
		'Il documento dato dalla polizia o dalla gendarmeria.'
	],
	medical_certificate: [
		'Certificato medico',
		'Dice perché serve un altro alloggio. Nessun dettaglio sulla malattia.'
	],
	disability_decision: [
		'Disabilità: decisione della MDPH o tessera',
		'La decisione, o la tessera di mobilità (carte mobilité inclusion).'
	],
	family_reunification_filing: [
		'Ricongiungimento familiare',
		'Il documento che prova che la richiesta è stata presentata.'
	],
	childminder_licence: [
		'Autorizzazione di assistente materna o familiare',
		'L’autorizzazione, o la richiesta di autorizzazione.'
	],
	job_offer_or_transfer: [
		'Nuovo lavoro o trasferimento',
		'La promessa di assunzione, o la decisione di trasferimento.'
	],
	over_indebtedness_file: [
		'Pratica di sovraindebitamento',
		'La decisione, o la prova che la pratica è stata presentata.'
	]
};
