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
			ar: 'المقابلة الأولى بعد تسجيل الطلب',
			it: 'Primo colloquio dopo la registrazione',
			pt: 'Primeira entrevista depois do registo',
			uk: 'Перша співбесіда після реєстрації'
		},
		bring: {
			fr: 'Une pièce d’identité\nVotre attestation d’enregistrement, avec le numéro unique\nVos derniers avis d’imposition, si vous les avez',
			en: 'An identity document\nYour registration certificate, with the unique number\nYour latest tax notices, if you have them',
			ar: 'وثيقة هوية\nشهادة تسجيل الطلب التي تحمل الرقم الموحّد\nآخر إشعارات الضريبة، إن كانت لديكم',
			it: 'Un documento d’identità\nL’attestazione di registrazione (attestation), con il numero unico\nI suoi ultimi avvisi d’imposta (avis d’imposition), se li ha',
			pt: 'Um documento de identidade\nO atestado de registo (attestation), com o número único\nOs seus últimos avisos de imposto (avis d’imposition), se os tiver',
			uk: 'Посвідчення особи\nДовідка про реєстрацію (attestation) з унікальним номером\nВаші останні податкові повідомлення (avis d’imposition), якщо вони є'
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
			ar: 'معرفة أين وصل طلبي',
			it: 'Sapere a che punto è la mia domanda',
			pt: 'Saber em que ponto está o meu pedido',
			uk: 'Дізнатися, на якому етапі моя заявка'
		},
		bring: {
			fr: 'Une pièce d’identité\nVotre numéro unique\nLes courriers reçus au sujet de votre demande',
			en: 'An identity document\nYour unique number\nAny letters you received about your request',
			ar: 'وثيقة هوية\nرقمكم الموحّد\nالرسائل التي وصلتكم بخصوص طلبكم',
			it: 'Un documento d’identità\nIl suo numero unico (numéro unique)\nLe lettere ricevute sulla sua domanda',
			pt: 'Um documento de identidade\nO seu número único (numéro unique)\nAs cartas que recebeu sobre o seu pedido',
			uk: 'Посвідчення особи\nВаш унікальний номер (numéro unique)\nЛисти, які ви отримали щодо заявки'
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
			ar: 'تسليم أوراقي بمساعدة موظف',
			it: 'Consegnare i miei documenti con un operatore',
			pt: 'Entregar os meus documentos com um funcionário',
			uk: 'Подати документи разом із працівником'
		},
		bring: {
			fr: 'Une pièce d’identité\nVotre numéro unique\nLes papiers à remettre : l’original ou une copie, sur papier ou sur votre téléphone',
			en: 'An identity document\nYour unique number\nThe papers to hand in: original or copy, on paper or on your phone',
			ar: 'وثيقة هوية\nرقمكم الموحّد\nالأوراق المطلوب تسليمها: الأصل أو نسخة، ورقية أو على هاتفكم',
			it: 'Un documento d’identità\nIl suo numero unico (numéro unique)\nI documenti da consegnare: l’originale o una copia, su carta o sul telefono',
			pt: 'Um documento de identidade\nO seu número único (numéro unique)\nOs documentos a entregar: o original ou uma cópia, em papel ou no telemóvel',
			uk: 'Посвідчення особи\nВаш унікальний номер (numéro unique)\nДокументи, які треба подати: оригінал або копія, на папері або в телефоні'
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
			ar: 'تجديد طلبي',
			it: 'Rinnovare la mia domanda',
			pt: 'Renovar o meu pedido',
			uk: 'Продовжити мою заявку'
		},
		bring: {
			fr: 'Une pièce d’identité\nVotre numéro unique\nVos derniers avis d’imposition\nCe qui a changé depuis un an : adresse, famille, travail, ressources',
			en: 'An identity document\nYour unique number\nYour latest tax notices\nWhatever has changed in the past year: address, family, work, income',
			ar: 'وثيقة هوية\nرقمكم الموحّد\nآخر إشعارات الضريبة\nما تغيّر خلال السنة الماضية: العنوان، الأسرة، العمل، الدخل',
			it: 'Un documento d’identità\nIl suo numero unico (numéro unique)\nI suoi ultimi avvisi d’imposta (avis d’imposition)\nChe cosa è cambiato nell’ultimo anno: indirizzo, famiglia, lavoro, redditi',
			pt: 'Um documento de identidade\nO seu número único (numéro unique)\nOs seus últimos avisos de imposto (avis d’imposition)\nO que mudou no último ano: morada, família, trabalho, rendimentos',
			uk: 'Посвідчення особи\nВаш унікальний номер (numéro unique)\nВаші останні податкові повідомлення (avis d’imposition)\nЩо змінилося за останній рік: адреса, сім’я, робота, доходи'
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
			ar: 'تقديم طلب لأول مرة',
			it: 'Fare una prima domanda',
			pt: 'Fazer um primeiro pedido',
			uk: 'Подати заявку вперше'
		},
		bring: {
			fr: 'Une pièce d’identité, ou votre titre de séjour\nVos derniers avis d’imposition, si vous les avez\nLe livret de famille, si vous avez des enfants',
			en: 'An identity document, or your residence permit\nYour latest tax notices, if you have them\nThe family record book, if you have children',
			ar: 'وثيقة هوية أو تصريح الإقامة\nآخر إشعارات الضريبة، إن كانت لديكم\nالدفتر العائلي، إن كان لديكم أطفال',
			it: 'Un documento d’identità, o il suo permesso di soggiorno (titre de séjour)\nI suoi ultimi avvisi d’imposta (avis d’imposition), se li ha\nIl libretto di famiglia (livret de famille), se ha figli',
			pt: 'Um documento de identidade, ou a sua autorização de residência (titre de séjour)\nOs seus últimos avisos de imposto (avis d’imposition), se os tiver\nA caderneta de família (livret de famille), se tiver filhos',
			uk: 'Посвідчення особи або посвідка на проживання (titre de séjour)\nВаші останні податкові повідомлення (avis d’imposition), якщо вони є\nСімейна книжка (livret de famille), якщо у вас є діти'
		}
	}
];
