import type { RefusedTexts } from '../paper-looks.ts';

/** What will not do, in Ukrainian. */
export const uk: RefusedTexts = {
	national_id_card: 'Лише один бік посвідчення. Фото, на якому бракує краю.',
	passport: 'Сторінка без фотографії та імені.',
	residence_permit: 'Посвідка, строк дії якої минув. Лише один бік посвідки.',
	residence_permit_receipt: 'Квитанція, строк дії якої минув.',
	birth_certificate: 'Свідоцтво без перекладу, якщо воно іншою мовою.',
	guardianship_order: 'Рішення, у якому бракує сторінок.',
	tax_notice_n2:
		'Повідомлення за інший рік. Лише одна сторінка. Податкова декларація замість повідомлення.',
	foreign_tax_notice: 'Повідомлення без перекладу французькою.',
	tax_notice_n1: 'Повідомлення за інший рік. Лише одна сторінка.',
	family_record_book: 'Сторінка лише про одного члена сім’ї.',
	divorce_judgment: 'Рішення, у якому бракує сторінок.',
	custody_decision: 'Рішення, у якому бракує сторінок.',
	student_card: 'Квиток за інший рік.',
	work_contract: 'Договір, який закінчився, або без підпису.',
	unemployment_statement: 'Стара довідка.',
	payslips: 'Менше ніж за три місяці. Видно номер соціального страхування.',
	pension_notice: 'Видно номер соціального страхування.',
	family_allowance_statement: 'Стара довідка. Видно номер соціального страхування.',
	lease: 'Договір не з усіма сторінками або без підпису.',
	rent_receipt: 'Квитанція за давній місяць.',
	host_certificate: 'Довідка без дати або без підпису.',
	notice_to_quit: 'Лист, у якому бракує сторінок.',
	medical_certificate: 'Довідка на ім’я іншої людини.',
	disability_decision: 'Рішення, строк дії якого минув.'
};
