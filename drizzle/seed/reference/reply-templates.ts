import type { LocalisedText } from '../../../src/lib/domain/localised.ts';

/** What agents answer most, in plain words; the head of service rewrites them. No delay and no promise in any. */
export const replyTemplates: readonly { title: string; body: LocalisedText }[] = [
	{
		title: 'Où en est ma demande',
		body: {
			fr: 'Bonjour {prenom},\n\nVotre demande est bien enregistrée. Vous voyez où elle en est ici : {lien-demande}\n\nLe guichet ne choisit pas seul : une commission décide pour chaque logement. Nous vous écrivons dès qu’il y a du nouveau.\n\n{agent}, guichet logement',
			en: 'Hello {prenom},\n\nYour request is registered. You can see where it stands here: {lien-demande}\n\nThe counter does not choose alone: a commission decides for each home. We will write to you as soon as there is news.\n\n{agent}, housing counter',
			ar: 'مرحبا {prenom}،\n\nطلبك مسجَّل. يمكنك متابعته هنا: {lien-demande}\n\nلا يقرر المكتب وحده: لجنة تقرر بشأن كل مسكن. سنكتب إليك عندما يكون هناك جديد.\n\nمكتب السكن، {agent}',
			it: 'Buongiorno {prenom},\n\nla sua domanda è registrata. Può vedere qui a che punto è: {lien-demande}\n\nLo sportello non sceglie da solo: una commissione decide per ogni alloggio. Le scriviamo appena c’è una novità.\n\n{agent}, sportello per l’alloggio',
			pt: 'Bom dia {prenom},\n\nO seu pedido está registado. Pode ver aqui em que ponto está: {lien-demande}\n\nO balcão não escolhe sozinho: uma comissão decide para cada habitação. Escrevemos-lhe logo que houver novidades.\n\n{agent}, balcão da habitação',
			uk: 'Добрий день, {prenom}!\n\nВашу заявку зареєстровано. Тут видно, на якому вона етапі: {lien-demande}\n\nПункт прийому не вибирає сам: щодо кожного житла вирішує комісія. Ми напишемо вам, щойно буде щось нове.\n\n{agent}, житловий пункт прийому'
		}
	},
	{
		title: 'Il manque une pièce',
		body: {
			fr: 'Bonjour {prenom},\n\nIl manque une pièce à votre dossier. Envoyez-la en la prenant en photo, ici : {lien-pieces}\n\nSi c’est difficile, venez avec le document au guichet : nous le faisons ensemble.\n\n{agent}, guichet logement',
			en: 'Hello {prenom},\n\nA document is missing from your file. Send it by taking a photo, here: {lien-pieces}\n\nIf that is difficult, come to the counter with the document: we will do it together.\n\n{agent}, housing counter',
			ar: 'مرحبا {prenom}،\n\nتنقص وثيقة من ملفك. أرسلها بتصويرها من هنا: {lien-pieces}\n\nإن كان ذلك صعبا، تعال إلى المكتب بالوثيقة ونقوم بذلك معا.\n\nمكتب السكن، {agent}',
			it: 'Buongiorno {prenom},\n\nnella sua pratica manca un documento. Lo invii con una foto, qui: {lien-pieces}\n\nSe è difficile, venga allo sportello con il documento: lo facciamo insieme.\n\n{agent}, sportello per l’alloggio',
			pt: 'Bom dia {prenom},\n\nFalta um documento no seu processo. Envie-o tirando uma fotografia, aqui: {lien-pieces}\n\nSe for difícil, venha ao balcão com o documento: fazemo-lo juntos.\n\n{agent}, balcão da habitação',
			uk: 'Добрий день, {prenom}!\n\nУ вашій справі бракує документа. Сфотографуйте його й надішліть тут: {lien-pieces}\n\nЯкщо це важко, прийдіть із документом до пункту прийому: зробимо це разом.\n\n{agent}, житловий пункт прийому'
		}
	},
	{
		title: 'Prendre rendez-vous',
		body: {
			fr: 'Bonjour {prenom},\n\nCette question se règle mieux de vive voix. Choisissez une heure ici : {lien-rendez-vous}\n\n{agent}, guichet logement',
			en: 'Hello {prenom},\n\nThis question is better settled in person. Choose a time here: {lien-rendez-vous}\n\n{agent}, housing counter',
			ar: 'مرحبا {prenom}،\n\nمن الأفضل تسوية هذه المسألة شفويا. اختر موعدا من هنا: {lien-rendez-vous}\n\nمكتب السكن، {agent}',
			it: 'Buongiorno {prenom},\n\ndi questo è meglio parlare a voce. Scelga un’ora qui: {lien-rendez-vous}\n\n{agent}, sportello per l’alloggio',
			pt: 'Bom dia {prenom},\n\nEsta questão resolve-se melhor a falar. Escolha uma hora aqui: {lien-rendez-vous}\n\n{agent}, balcão da habitação',
			uk: 'Добрий день, {prenom}!\n\nЦе питання краще вирішити в розмові. Виберіть час тут: {lien-rendez-vous}\n\n{agent}, житловий пункт прийому'
		}
	},
	{
		title: 'Changement de situation',
		body: {
			fr: 'Bonjour {prenom},\n\nMerci de nous avoir prévenus. Pour que votre demande soit à jour, il nous faut la pièce qui le montre. Envoyez-la ici : {lien-pieces}\n\nVotre demande garde son numéro et son ancienneté.\n\n{agent}, guichet logement',
			en: 'Hello {prenom},\n\nThank you for telling us. To update your request we need the document that shows it. Send it here: {lien-pieces}\n\nYour request keeps its number and its date.\n\n{agent}, housing counter',
			ar: 'مرحبا {prenom}،\n\nشكرا على إبلاغنا. لتحديث طلبك نحتاج إلى الوثيقة التي تثبت ذلك. أرسلها من هنا: {lien-pieces}\n\nيحتفظ طلبك برقمه وأقدميته.\n\nمكتب السكن، {agent}',
			it: 'Buongiorno {prenom},\n\ngrazie di averci avvisato. Per aggiornare la sua domanda ci serve il documento che lo mostra. Lo invii qui: {lien-pieces}\n\nLa sua domanda mantiene il numero e l’anzianità (ancienneté).\n\n{agent}, sportello per l’alloggio',
			pt: 'Bom dia {prenom},\n\nObrigado por nos ter avisado. Para o seu pedido ficar em dia, precisamos do documento que o mostra. Envie-o aqui: {lien-pieces}\n\nO seu pedido mantém o número e a antiguidade (ancienneté).\n\n{agent}, balcão da habitação',
			uk: 'Добрий день, {prenom}!\n\nДякуємо, що повідомили. Щоб оновити заявку, нам потрібен документ, який це підтверджує. Надішліть його тут: {lien-pieces}\n\nНомер заявки і стаж очікування (ancienneté) зберігаються.\n\n{agent}, житловий пункт прийому'
		}
	}
];
