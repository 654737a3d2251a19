import type { RefusedTexts } from '../paper-looks.ts';

/** What will not do, in Portuguese. */
export const pt: RefusedTexts = {
	national_id_card: 'Só um lado do documento. Uma fotografia em que falta uma borda.',
	passport: 'Uma página sem a fotografia e o nome.',
	residence_permit: 'Uma autorização cuja data passou. Só um lado da autorização.',
	residence_permit_receipt: 'Um recibo cuja data passou.',
	birth_certificate: 'Uma certidão sem tradução, se estiver noutra língua.',
	guardianship_order: 'Uma decisão em que faltam páginas.',
	tax_notice_n2: 'O aviso de outro ano. Uma só página. A declaração, em vez do aviso.',
	foreign_tax_notice: 'Um aviso sem a tradução em francês.',
	tax_notice_n1: 'O aviso de outro ano. Uma só página.',
	family_record_book: 'A página de um só membro da família.',
	divorce_judgment: 'Uma decisão em que faltam páginas.',
	custody_decision: 'Uma decisão em que faltam páginas.',
	student_card: 'O cartão de outro ano.',
	work_contract: 'Um contrato que acabou, ou sem assinatura.',
	unemployment_statement: 'Uma declaração antiga.',
	payslips: 'Menos de três meses. Um número de segurança social visível.',
	pension_notice: 'Um número de segurança social visível.',
	family_allowance_statement: 'Uma declaração antiga. Um número de segurança social visível.',
	lease: 'Um contrato sem todas as páginas, ou sem assinatura.',
	rent_receipt: 'O recibo de um mês antigo.',
	host_certificate: 'Uma declaração sem data ou sem assinatura.',
	notice_to_quit: 'Uma carta em que faltam páginas.',
	medical_certificate: 'Um certificado em nome de outra pessoa.',
	disability_decision: 'Uma decisão cuja data passou.'
};
