import type { RefusedTexts } from '../paper-looks.ts';

/** What will not do, in Italian. */
export const it: RefusedTexts = {
	national_id_card: 'Un solo lato della carta. Una foto in cui manca un bordo.',
	passport: 'Una pagina senza la foto e il nome.',
	residence_permit: 'Un permesso con la data passata. Un solo lato del permesso.',
	residence_permit_receipt: 'Una ricevuta con la data passata.',
	birth_certificate: 'Un atto senza traduzione, se è in un’altra lingua.',
	guardianship_order: 'Una decisione in cui mancano delle pagine.',
	tax_notice_n2:
		'L’avviso di un altro anno. Una sola pagina. La dichiarazione dei redditi al posto dell’avviso.',
	foreign_tax_notice: 'Un avviso senza la traduzione in francese.',
	tax_notice_n1: 'L’avviso di un altro anno. Una sola pagina.',
	income_last_12_months: 'Meno di dodici mesi. Un numero di sicurezza sociale visibile.',
	family_record_book: 'La pagina di un solo membro della famiglia.',
	pacs_certificate: 'Un attestato in cui non si leggono i due nomi o la data.',
	pacs_dissolution: 'L’attestato del PACS al posto del documento che dice che è finito.',
	death_certificate:
		'Una foto in cui manca un bordo. Un atto senza traduzione, se è in un’altra lingua.',
	pregnancy_certificate:
		'Un certificato di prima della fine della 12ª settimana. L’immagine di un’ecografia al posto del certificato.',
	divorce_judgment: 'Una decisione in cui mancano delle pagine.',
	separation_order:
		'Una sola pagina della decisione. La domanda di divorzio al posto della decisione.',
	custody_decision: 'Una decisione in cui mancano delle pagine.',
	protection_order:
		'Una decisione in cui mancano delle pagine. La denuncia al posto della decisione.',
	student_card: 'La tessera di un altro anno.',
	apprenticeship_contract: 'Un contratto terminato, o senza firma. Una sola pagina.',
	work_contract: 'Un contratto terminato, o senza firma.',
	employer_statement: 'Una lettera senza data, senza firma o senza il nome del datore di lavoro.',
	unemployment_statement: 'Una dichiarazione vecchia.',
	business_registration: 'Un documento in cui non si legge il suo nome o quello dell’impresa.',
	payslips: 'Meno di tre mesi. Un numero di sicurezza sociale visibile.',
	business_accounts: 'I conti di un anno lontano. Una sola pagina del bilancio.',
	pension_notice: 'Un numero di sicurezza sociale visibile.',
	disability_pension_notice: 'Un avviso vecchio. Un numero di sicurezza sociale visibile.',
	daily_allowance_slips: 'Un prospetto vecchio. Un numero di sicurezza sociale visibile.',
	family_allowance_statement: 'Un certificato vecchio. Un numero di sicurezza sociale visibile.',
	alimony_judgment: 'Una sola pagina della decisione. Un importo che non si legge.',
	student_grant_notice: 'L’avviso di un altro anno. La domanda di borsa al posto dell’avviso.',
	lease: 'Un contratto senza tutte le pagine, o senza firma.',
	rent_receipt: 'La ricevuta di un mese lontano.',
	landlord_certificate:
		'Una dichiarazione senza data o senza firma. Una dichiarazione che non parla dell’affitto.',
	host_certificate: 'Una dichiarazione senza data o senza firma.',
	accommodation_receipt: 'Una ricevuta vecchia. Una ricevuta senza il suo nome o quello del luogo.',
	social_worker_certificate:
		'Una dichiarazione senza data, senza firma o senza il nome del servizio.',
	domiciliation_certificate: 'Un attestato con la data passata. Una foto in cui manca un bordo.',
	title_deed: 'Una sola pagina dell’atto. Una pagina tagliata o sfocata.',
	financing_plan: 'Un piano in cui mancano delle pagine. Importi che non si leggono.',
	notice_to_quit: 'Una lettera in cui mancano delle pagine.',
	eviction_papers:
		'Una sola pagina della sentenza o dell’intimazione. Una pagina tagliata o sfocata.',
	demolition_notice:
		'Un documento in cui non si legge l’indirizzo dell’alloggio. Una pagina tagliata o sfocata.',
	indecency_report:
		'Le sue foto dell’alloggio al posto del verbale. Un verbale in cui mancano delle pagine.',
	insalubrity_order:
		'Una sola pagina dell’ordinanza. Il verbale di una visita al posto della decisione.',
	complaint:
		'Una lettera scritta da lei al posto del documento della polizia o della gendarmeria. Una pagina tagliata.',
	medical_certificate: 'Un certificato a nome di un’altra persona.',
	disability_decision: 'Una decisione con la data passata.',
	family_reunification_filing: 'Il modulo che ha compilato, senza la prova del deposito.',
	childminder_licence: 'Un’autorizzazione con la data passata. Una pagina tagliata o sfocata.',
	job_offer_or_transfer:
		'Un annuncio di lavoro al posto della promessa di assunzione. Una lettera senza data o senza firma.',
	over_indebtedness_file:
		'Una sola pagina della decisione. Lettere di sollecito al posto della pratica.'
};
