import type { LocalisedText } from '../../../src/lib/domain/localised.ts';

/** What agents answer most, in plain words; the head of service rewrites them. No delay and no promise in any. */
export const replyTemplates: readonly { title: string; body: LocalisedText }[] = [
	{
		title: 'Où en est ma demande',
		body: {
			fr: 'Bonjour {prenom},\n\nVotre demande est bien enregistrée. Vous voyez où elle en est ici : {lien-demande}\n\nLe guichet ne choisit pas seul : une commission décide pour chaque logement. Nous vous écrivons dès qu’il y a du nouveau.\n\n{agent}, guichet logement',
			en: 'Hello {prenom},\n\nYour request is registered. You can see where it stands here: {lien-demande}\n\nThe counter does not choose alone: a commission decides for each home. We will write to you as soon as there is news.\n\n{agent}, housing counter',
			ar: 'مرحبا {prenom}،\n\nطلبك مسجَّل. يمكنك متابعته هنا: {lien-demande}\n\nلا يقرر الشباك وحده: لجنة تقرر بشأن كل مسكن. سنكتب إليك عندما يكون هناك جديد.\n\nشباك السكن، {agent}'
		}
	},
	{
		title: 'Il manque une pièce',
		body: {
			fr: 'Bonjour {prenom},\n\nIl manque une pièce à votre dossier. Envoyez-la en la prenant en photo, ici : {lien-pieces}\n\nSi c’est difficile, venez avec le document au guichet : nous le faisons ensemble.\n\n{agent}, guichet logement',
			en: 'Hello {prenom},\n\nA document is missing from your file. Send it by taking a photo, here: {lien-pieces}\n\nIf that is difficult, come to the counter with the document: we will do it together.\n\n{agent}, housing counter',
			ar: 'مرحبا {prenom}،\n\nتنقص وثيقة من ملفك. أرسلها بتصويرها من هنا: {lien-pieces}\n\nإن كان ذلك صعبا، تعال إلى الشباك بالوثيقة ونقوم بذلك معا.\n\nشباك السكن، {agent}'
		}
	},
	{
		title: 'Prendre rendez-vous',
		body: {
			fr: 'Bonjour {prenom},\n\nCette question se règle mieux de vive voix. Choisissez une heure ici : {lien-rendez-vous}\n\n{agent}, guichet logement',
			en: 'Hello {prenom},\n\nThis question is better settled in person. Choose a time here: {lien-rendez-vous}\n\n{agent}, housing counter',
			ar: 'مرحبا {prenom}،\n\nمن الأفضل تسوية هذه المسألة شفويا. اختر موعدا من هنا: {lien-rendez-vous}\n\nشباك السكن، {agent}'
		}
	},
	{
		title: 'Changement de situation',
		body: {
			fr: 'Bonjour {prenom},\n\nMerci de nous avoir prévenus. Pour que votre demande soit à jour, il nous faut la pièce qui le montre. Envoyez-la ici : {lien-pieces}\n\nVotre demande garde son numéro et son ancienneté.\n\n{agent}, guichet logement',
			en: 'Hello {prenom},\n\nThank you for telling us. To update your request we need the document that shows it. Send it here: {lien-pieces}\n\nYour request keeps its number and its date.\n\n{agent}, housing counter',
			ar: 'مرحبا {prenom}،\n\nشكرا على إبلاغنا. لتحديث طلبك نحتاج إلى الوثيقة التي تثبت ذلك. أرسلها من هنا: {lien-pieces}\n\nيحتفظ طلبك برقمه وأقدميته.\n\nشباك السكن، {agent}'
		}
	}
];
