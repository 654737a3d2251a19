/** Why a file of the national register is not taken. The line is for whoever runs the import: French, and says what to do. */
const LINES = {
	empty: 'Le fichier est vide. Demandez un nouvel export de la demande.',
	'too-large':
		'Le fichier dépasse 5 Mo : ce n’est pas une demande seule. Exportez une demande à la fois.',
	'too-complex':
		'Le fichier contient trop d’éléments ou d’éléments imbriqués. Exportez une demande à la fois.',
	encoding:
		'Les caractères du fichier ne sont pas lisibles. Enregistrez-le en UTF-8 ou en ISO-8859-1, tel que son en-tête l’annonce.',
	'not-xml':
		'Le fichier n’est pas du XML bien formé. Reprenez l’export d’origine, sans le modifier.',
	doctype:
		'Le fichier contient une déclaration DOCTYPE, interdite dans un échange SNE. Reprenez l’export d’origine.',
	'not-sne':
		'Ce fichier n’est pas une demande au format du SNE (racine « interfaceNuu » attendue). Vérifiez que vous avez choisi le bon fichier.',
	'no-request':
		'Le fichier ne contient aucune demande de logement. Exportez la demande depuis le SNE.',
	'several-requests':
		'Le fichier contient plusieurs demandes. Importez-les une par une, un fichier par demande.',
	'no-person':
		'Le fichier ne contient pas de demandeur avec un nom. Complétez la demande, puis exportez-la de nouveau.',
	'no-number':
		'Le numéro unique manque dans le fichier. Enregistrez d’abord la demande au SNE, puis importez le fichier qui porte son numéro.',
	'bad-number':
		'Le numéro unique du fichier n’a pas la forme attendue (18 caractères). Vérifiez-le sur l’attestation d’enregistrement.',
	'no-creation-date':
		'La date de création de la demande manque : elle fixe l’ancienneté. Exportez de nouveau la demande depuis le SNE.',
	'bad-date':
		'Une date du fichier n’existe pas ou n’est pas au format AAAA-MM-JJ. Corrigez-la, puis exportez de nouveau la demande.'
} as const;

export type SneRefusal = keyof typeof LINES;

/** Thrown by the reader: the file is not taken and nothing has been changed. `where` is a path, never a value. */
export class SneFileRefused extends Error {
	override readonly name = 'SneFileRefused';
	readonly reason: SneRefusal;
	readonly where: string | null;

	constructor(reason: SneRefusal, where: string | null = null) {
		super(where === null ? LINES[reason] : `${LINES[reason]} (${where})`);
		this.reason = reason;
		this.where = where;
	}
}
