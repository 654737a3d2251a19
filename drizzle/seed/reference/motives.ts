import type { motive } from '../../../src/lib/server/db/schema/counters.ts';

/**
 * Why somebody comes to a counter. No public source says how long these visits take or which counters receive for
 * what: every line is a proposal (`confirmed: false`) that staff correct. `bring` holds one thing to bring a line.
 */
export type MotiveSeed = typeof motive.$inferInsert;

/** The same clock for all, so that visits of different lengths do not leave gaps between them. */
const common = {
	stepMinutes: 15,
	minimumNoticeMinutes: 120,
	horizonDays: 60,
	confirmed: false
} as const;

export const motives: readonly MotiveSeed[] = [
	{
		...common,
		code: 'premier-accueil',
		position: 1,
		durationMinutes: 45,
		bookableBy: 'applicant',
		// CCH L441-2-8: whoever has registered a request and wishes it is received.
		label: {
			fr: 'Premier entretien après l’enregistrement',
			en: 'First interview after registration',
			ar: 'المقابلة الأولى بعد تسجيل الطلب'
		},
		bring: {
			fr: 'Une pièce d’identité\nVotre attestation d’enregistrement, avec le numéro unique\nVos derniers avis d’imposition, si vous les avez',
			en: 'An identity document\nYour registration certificate, with the unique number\nYour latest tax notices, if you have them',
			ar: 'وثيقة هوية\nشهادة تسجيل الطلب التي تحمل الرقم الموحّد\nآخر إشعارات الضريبة، إن كانت لديكم'
		}
	},
	{
		...common,
		code: 'suivi',
		position: 2,
		durationMinutes: 30,
		bookableBy: 'applicant',
		// Nothing has to be shown or handed over: the telephone does as well. Proposed, to be confirmed by the service.
		byTelephone: true,
		label: {
			fr: 'Savoir où en est ma demande',
			en: 'Find out where my request stands',
			ar: 'معرفة أين وصل طلبي'
		},
		bring: {
			fr: 'Une pièce d’identité\nVotre numéro unique\nLes courriers reçus au sujet de votre demande',
			en: 'An identity document\nYour unique number\nAny letters you received about your request',
			ar: 'وثيقة هوية\nرقمكم الموحّد\nالرسائل التي وصلتكم بخصوص طلبكم'
		}
	},
	{
		...common,
		code: 'pieces',
		position: 3,
		durationMinutes: 30,
		bookableBy: 'applicant',
		label: {
			fr: 'Remettre mes papiers avec un agent',
			en: 'Hand in my papers with an agent',
			ar: 'تسليم أوراقي بمساعدة موظف'
		},
		bring: {
			fr: 'Une pièce d’identité\nVotre numéro unique\nLes papiers à remettre : l’original ou une copie, sur papier ou sur votre téléphone',
			en: 'An identity document\nYour unique number\nThe papers to hand in: original or copy, on paper or on your phone',
			ar: 'وثيقة هوية\nرقمكم الموحّد\nالأوراق المطلوب تسليمها: الأصل أو نسخة، ورقية أو على هاتفكم'
		}
	},
	{
		...common,
		code: 'renouvellement',
		position: 4,
		durationMinutes: 30,
		bookableBy: 'applicant',
		// CCH R441-2-7: every year, at any counter or online, with everything brought up to date.
		label: {
			fr: 'Renouveler ma demande',
			en: 'Renew my request',
			ar: 'تجديد طلبي'
		},
		bring: {
			fr: 'Une pièce d’identité\nVotre numéro unique\nVos derniers avis d’imposition\nCe qui a changé depuis un an : adresse, famille, travail, ressources',
			en: 'An identity document\nYour unique number\nYour latest tax notices\nWhatever has changed in the past year: address, family, work, income',
			ar: 'وثيقة هوية\nرقمكم الموحّد\nآخر إشعارات الضريبة\nما تغيّر خلال السنة الماضية: العنوان، الأسرة، العمل، الدخل'
		}
	},
	{
		...common,
		code: 'enregistrement',
		position: 5,
		durationMinutes: 45,
		bookableBy: 'anyone',
		// CCH R441-2-3: only an identity document, or proof of a regular stay, is needed to register.
		label: {
			fr: 'Faire une première demande',
			en: 'Make a first request',
			ar: 'تقديم طلب لأول مرة'
		},
		bring: {
			fr: 'Une pièce d’identité, ou votre titre de séjour\nVos derniers avis d’imposition, si vous les avez\nLe livret de famille, si vous avez des enfants',
			en: 'An identity document, or your residence permit\nYour latest tax notices, if you have them\nThe family record book, if you have children',
			ar: 'وثيقة هوية أو تصريح الإقامة\nآخر إشعارات الضريبة، إن كانت لديكم\nالدفتر العائلي، إن كان لديكم أطفال'
		}
	}
];
