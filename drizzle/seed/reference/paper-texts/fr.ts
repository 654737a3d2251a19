import type { PaperTexts } from '../paper-categories.ts';

/** Name and meaning of each paper, in French. */
export const fr: PaperTexts = {
	national_id_card: ['Carte nationale d’identité', 'Les deux côtés de la carte.'],
	passport: ['Passeport', 'La page avec la photo et le nom.'],
	residence_permit: ['Titre de séjour', 'Les deux côtés du titre, en cours de validité.'],
	residence_permit_receipt: [
		'Récépissé de titre de séjour',
		'Le papier remis quand vous renouvelez un titre de séjour. Première demande de titre ? Demandez au guichet.'
	],
	birth_certificate: ['Acte de naissance', 'Donné par la mairie du lieu de naissance.'],
	guardianship_order: [
		'Jugement de tutelle ou de curatelle',
		'La décision du juge qui protège un adulte ou un enfant.'
	],
	tax_notice_n2: [
		'Avis d’imposition sur les revenus d’il y a deux ans',
		'Toutes les pages de l’avis. Il indique le revenu fiscal de référence.'
	],
	foreign_tax_notice: [
		'Avis d’imposition d’un autre pays',
		'Si vous déclariez vos revenus dans un autre pays. Avec sa traduction en français.'
	],
	tax_notice_n1: [
		'Dernier avis d’imposition',
		'Sur les revenus de l’année dernière. Utile si vos revenus ont baissé.'
	],
	income_last_12_months: [
		'Revenus des 12 derniers mois',
		'Les papiers qui montrent ce que vous avez reçu. Utiles si vos revenus ont baissé d’au moins 10 %.'
	],
	family_record_book: ['Livret de famille', 'Toutes les pages remplies : parents et enfants.'],
	pacs_certificate: ['Attestation de PACS', 'Le papier qui dit que vous êtes pacsés.'],
	pacs_dissolution: ['Fin de PACS', 'Le papier qui dit que le PACS est terminé.'],
	death_certificate: [
		'Acte de décès',
		'Donné par la mairie. Si votre mari, votre femme ou votre partenaire est décédé.'
	],
	pregnancy_certificate: ['Certificat de grossesse', 'Donné par le médecin ou la sage-femme.'],
	divorce_judgment: [
		'Jugement ou convention de divorce',
		'La décision du juge, ou l’accord signé devant notaire.'
	],
	separation_order: ['Séparation : décision provisoire du juge', 'Si le divorce est en cours.'],
	custody_decision: [
		'Décision sur la garde des enfants',
		'La décision du juge, ou l’accord des parents.'
	],
	protection_order: [
		'Ordonnance de protection',
		'La décision du juge qui protège une personne de violences.'
	],
	student_card: ['Carte d’étudiant', 'La carte ou le certificat de scolarité de cette année.'],
	apprenticeship_contract: ['Contrat d’apprentissage', 'Le contrat signé.'],
	work_contract: ['Contrat de travail', 'Le contrat signé, en cours.'],
	employer_statement: ['Attestation de l’employeur', 'Une lettre de l’employeur sur votre emploi.'],
	unemployment_statement: [
		'Attestation de France Travail',
		'Le papier qui dit que vous êtes inscrit, et ce que vous recevez.'
	],
	business_registration: [
		'Inscription de votre entreprise',
		'Si vous travaillez à votre compte : artisan, commerçant, indépendant.'
	],
	payslips: [
		'Trois derniers bulletins de salaire',
		'Un fichier pour chaque bulletin, ou les trois ensemble.'
	],
	business_accounts: [
		'Comptes de votre entreprise',
		'Le dernier bilan, ou l’attestation du comptable.'
	],
	pension_notice: ['Retraite : avis de versement', 'Ce que versent les caisses de retraite.'],
	disability_pension_notice: [
		'Pension d’invalidité : avis de versement',
		'Ce que verse la caisse.'
	],
	daily_allowance_slips: [
		'Indemnités journalières ou chômage',
		'Les relevés de ce que vous recevez.'
	],
	family_allowance_statement: [
		'Attestation de la CAF ou de la MSA',
		'Le relevé de vos prestations.'
	],
	alimony_judgment: [
		'Pension alimentaire',
		'La décision qui fixe la pension que vous recevez ou payez.'
	],
	student_grant_notice: ['Bourse d’études', 'L’avis d’attribution de la bourse.'],
	lease: ['Bail', 'Le contrat de location de votre logement actuel, signé.'],
	rent_receipt: ['Quittance de loyer', 'La dernière que vous avez.'],
	landlord_certificate: [
		'Attestation du propriétaire',
		'Il écrit que vous êtes locataire et que le loyer est payé.'
	],
	host_certificate: [
		'Attestation d’hébergement',
		'La personne qui vous loge écrit que vous habitez chez elle.'
	],
	accommodation_receipt: [
		'Reçu d’un foyer, d’un hôtel ou d’un camping',
		'Le reçu ou l’attestation du lieu où vous dormez.'
	],
	social_worker_certificate: [
		'Attestation d’un travailleur social',
		'Il décrit votre situation de logement.'
	],
	domiciliation_certificate: [
		'Attestation de domiciliation',
		'L’adresse où vous recevez votre courrier, si vous n’avez pas de logement.'
	],
	title_deed: ['Titre de propriété', 'Si vous êtes propriétaire d’un logement.'],
	financing_plan: ['Plan de financement', 'Si vous êtes propriétaire : les prêts à rembourser.'],
	notice_to_quit: ['Congé du propriétaire', 'La lettre qui vous demande de partir du logement.'],
	eviction_papers: [
		'Papiers d’expulsion',
		'Commandement de payer ou de quitter les lieux, jugement.'
	],
	demolition_notice: ['Logement à démolir', 'Le papier qui annonce la démolition.'],
	indecency_report: [
		'Logement en mauvais état : constat',
		'Le constat de la CAF, de l’agence de santé ou d’un commissaire de justice.'
	],
	insalubrity_order: [
		'Arrêté d’insalubrité ou de péril',
		'La décision du préfet ou du maire sur le logement.'
	],
	complaint: ['Plainte ou main courante', 'Le papier remis par la police ou la gendarmerie.'],
	medical_certificate: [
		'Certificat médical',
		'Il dit pourquoi il faut un autre logement. Pas de détail sur la maladie.'
	],
	disability_decision: [
		'Handicap : décision de la MDPH ou carte',
		'La décision, ou la carte mobilité inclusion.'
	],
	family_reunification_filing: [
		'Regroupement familial',
		'Le papier qui prouve le dépôt de la demande.'
	],
	childminder_licence: [
		'Agrément d’assistant maternel ou familial',
		'L’agrément, ou la demande d’agrément.'
	],
	job_offer_or_transfer: [
		'Nouvel emploi ou mutation',
		'La promesse d’embauche, ou la décision de mutation.'
	],
	over_indebtedness_file: ['Dossier de surendettement', 'La décision ou le dépôt du dossier.']
};
