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
	family_record_book: 'La pagina di un solo membro della famiglia.',
	divorce_judgment: 'Una decisione in cui mancano delle pagine.',
	custody_decision: 'Una decisione in cui mancano delle pagine.',
	student_card: 'La tessera di un altro anno.',
	work_contract: 'Un contratto terminato, o senza firma.',
	unemployment_statement: 'Una dichiarazione vecchia.',
	payslips: 'Meno di tre mesi. Un numero di sicurezza sociale visibile.',
	pension_notice: 'Un numero di sicurezza sociale visibile.',
	family_allowance_statement: 'Un certificato vecchio. Un numero di sicurezza sociale visibile.',
	lease: 'Un contratto senza tutte le pagine, o senza firma.',
	rent_receipt: 'La ricevuta di un mese lontano.',
	host_certificate: 'Una dichiarazione senza data o senza firma.',
	notice_to_quit: 'Una lettera in cui mancano delle pagine.',
	medical_certificate: 'Un certificato a nome di un’altra persona.',
	disability_decision: 'Una decisione con la data passata.'
};
