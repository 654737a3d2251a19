import type { ReasonTexts } from '../resend-reasons.ts';

/** Name, sentence and advice of each reason, in French. */
export const fr: ReasonTexts = {
	blurred: [
		'Photo floue',
		'La photo est floue : on ne peut pas lire tout le texte.',
		'Posez le papier à plat, à la lumière du jour. Tenez le téléphone à deux mains, puis reprenez la photo.'
	],
	too_dark: [
		'Trop sombre ou reflet',
		'La photo est trop sombre, ou un reflet cache du texte.',
		'Reprenez la photo près d’une fenêtre, sans flash et sans votre ombre sur le papier.'
	],
	cut_off: [
		'Bord coupé',
		'Un bord du papier est coupé.',
		'Reculez un peu : les quatre coins du papier doivent être sur la photo.'
	],
	page_missing: [
		'Page ou verso manquant',
		'Il manque une page, ou l’autre côté du papier.',
		'Envoyez toutes les pages, et les deux côtés pour une carte, dans un seul envoi.'
	],
	illegible: [
		'Illisible',
		'On ne peut pas lire ce papier.',
		'Reprenez une photo nette et entière. Si le papier est abîmé, demandez-en un nouveau à l’organisme qui l’a donné.'
	],
	damaged_file: [
		'Fichier abîmé',
		'Le fichier est abîmé : il ne s’affiche pas en entier.',
		'Prenez le papier en photo, puis envoyez la photo.'
	],
	not_openable: [
		'Fichier que nous ne pouvons pas ouvrir',
		'Notre antivirus ne peut pas contrôler ce fichier : nous ne pouvons pas l’ouvrir.',
		'Prenez le papier en photo, page par page, puis envoyez les photos. Vous pouvez aussi l’apporter au guichet.'
	],
	not_translated: [
		'Sans traduction',
		'Ce papier est dans une autre langue, sans sa traduction en français.',
		'Envoyez le papier et sa traduction ensemble. Votre guichet peut vous dire qui traduit.'
	],
	wrong_kind: [
		'Autre papier que prévu',
		'Ce n’est pas le papier demandé.',
		'Regardez le nom du papier demandé et l’exemple, puis envoyez celui-là.'
	],
	wrong_person: [
		'Au nom de quelqu’un d’autre',
		'Ce papier est au nom d’une autre personne.',
		'Envoyez le papier de la personne indiquée. Si le nom a changé, dites-le à votre guichet.'
	],
	out_of_scope: [
		'Hors de la liste officielle',
		'Ce papier n’est pas dans la liste officielle. Personne ne peut vous le demander.',
		'Vous n’avez rien à envoyer à sa place.'
	],
	expired: [
		'Date dépassée',
		'La date de validité de ce papier est passée.',
		'Envoyez le papier en cours de validité, ou le récépissé de sa demande.'
	],
	obsolete: ['Trop ancien', 'Ce papier est trop ancien.', 'Envoyez le plus récent que vous avez.'],
	other_year: [
		'Pas la bonne année',
		'Ce papier n’est pas de l’année demandée.',
		'Regardez l’année écrite en haut du papier. Envoyez celui de l’année demandée.'
	],
	number_visible: [
		'Numéro de sécurité sociale visible',
		'On voit un numéro de sécurité sociale sur ce papier. Il ne doit pas être gardé.',
		'Cachez ce numéro avec un papier ou le doigt, puis reprenez la photo.'
	]
};
