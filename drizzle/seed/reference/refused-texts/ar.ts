import type { RefusedTexts } from '../paper-looks.ts';

/** What will not do, in Arabic. */
export const ar: RefusedTexts = {
	national_id_card: 'وجه واحد من البطاقة. صورة تنقصها حافة.',
	passport: 'صفحة بلا الصورة والاسم.',
	residence_permit: 'تصريح انتهى تاريخه. وجه واحد من التصريح.',
	residence_permit_receipt: 'وصل انتهى تاريخه.',
	birth_certificate: 'شهادة بلا ترجمتها إن كانت بلغة أخرى.',
	guardianship_order: 'قرار تنقصه صفحات.',
	tax_notice_n2: 'إشعار سنة أخرى. صفحة واحدة فقط. التصريح بالدخل بدل الإشعار.',
	foreign_tax_notice: 'إشعار بلا ترجمته إلى الفرنسية.',
	tax_notice_n1: 'إشعار سنة أخرى. صفحة واحدة فقط.',
	family_record_book: 'صفحة فرد واحد من الأسرة.',
	divorce_judgment: 'قرار تنقصه صفحات.',
	custody_decision: 'قرار تنقصه صفحات.',
	student_card: 'بطاقة سنة أخرى.',
	work_contract: 'عقد منتهٍ أو بلا توقيع.',
	unemployment_statement: 'شهادة قديمة.',
	payslips: 'أقل من ثلاثة أشهر. رقم ضمان اجتماعي ظاهر.',
	pension_notice: 'رقم ضمان اجتماعي ظاهر.',
	family_allowance_statement: 'شهادة قديمة. رقم ضمان اجتماعي ظاهر.',
	lease: 'عقد تنقصه صفحات أو بلا توقيع.',
	rent_receipt: 'وصل شهر قديم.',
	host_certificate: 'شهادة بلا تاريخ أو توقيع.',
	notice_to_quit: 'رسالة تنقصها صفحات.',
	medical_certificate: 'شهادة باسم شخص آخر.',
	disability_decision: 'قرار انتهى تاريخه.'
};
