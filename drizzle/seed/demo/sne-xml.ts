import type {
	SneAdult,
	SneRequest,
	SneResource
} from '../../../src/lib/domain/applications/sne-request.ts';

/*
 * Writes a fictional request as a file of the register, so that the demonstration's people come in through the very
 * door that real files use. Only the elements that the reader knows; amounts in euros with two decimals.
 */

type Part = string | null | false | undefined;

/** The bytes of a file in SNE's format (interface 02.01). */
export function sneXml(request: SneRequest): Uint8Array {
	const { header, wanted } = request;
	const xml = [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<!-- Demande fictive : personnes, numéro, adresse et coordonnées sont inventés. -->',
		`<ns2:interfaceNuu xmlns:ns2="http://nuu.application.i2/" versionInterface="02.01">`,
		block('entete', [text('typeFichier', header.fileType), text('dateFichier', header.fileDate)]),
		block('demande', [
			block('demandeLogement', [
				text('numUnique', request.uniqueNumber),
				text('numGuichet', request.counterCode),
				text('dateCreationDemande', request.createdOn),
				block('personnePhysique', people(request)),
				block('logementRecherche', [
					text('demandeElargie', wanted.enlarged),
					list(
						'listeTypeLogement',
						wanted.types.map((type) => code('typeLogement', type))
					),
					list(
						'listeLocalisationSouhaite',
						wanted.communes.map((insee) => block('localisationSouhaite', [code('commune', insee)]))
					)
				]),
				list(
					'listeMotifDemande',
					request.motives.map((motive) => code('motifDemande', motive))
				)
			])
		]),
		'</ns2:interfaceNuu>'
	];
	return new TextEncoder().encode(xml.filter(Boolean).join('\n'));
}

function people({
	applicant,
	coapplicants,
	dependants,
	inCustody,
	unborn,
	currentHousing: home
}: SneRequest): Part[] {
	return [
		block('demandeur', adult(applicant)),
		list(
			'listePersonneACharge',
			dependants.map((child) =>
				block('personneACharge', [
					text('nom', child.lastName),
					text('prenom', child.firstName),
					text('dateNaissance', child.birthDate),
					code('sexe', child.sex),
					code('lienParente', child.kinship)
				])
			)
		),
		unborn &&
			block('personneANaitre', [
				text('nombre', unborn.count),
				text('dateNaissancePrevue', unborn.dueOn)
			]),
		list(
			'listePersonneEnGarde',
			inCustody.map((child) =>
				block('personneEnGarde', [
					text('dateNaissance', child.birthDate),
					code('sexe', child.sex),
					code('coParentalite', child.custody)
				])
			)
		),
		list(
			'listeCotitulaire',
			coapplicants.map((other) =>
				block('cotitulaire', [...adult(other), code('lienDemandeur', other.link)])
			)
		),
		home &&
			block('logementActuel', [
				list(
					'listeModeleLogement',
					home.models.map((model) => code('modeleLogement', model))
				),
				text('montantMensuelLoyer', euros(home.monthlyRentCents)),
				text('nombreHabitant', home.occupants),
				code('categorieLogement', home.category),
				code('typeLogementActuel', home.type),
				text('surface', home.surface),
				text('proprietaire', home.owner)
			])
	];
}

function adult(person: SneAdult): Part[] {
	const { address, work, taxIncomes } = person;
	return [
		code('civilite', person.civility),
		text('nom', person.lastName),
		text('nomPatronymique', person.birthName),
		text('prenom', person.firstName),
		text('dateNaissance', person.birthDate),
		code('nationalite', person.nationality),
		code('situationFamiliale', person.familySituation),
		text('telPortable', person.mobile),
		text('mel', person.email),
		address &&
			block('adressePostale', [
				text('etranger', address.abroad),
				text('numero', address.number),
				text('voie', address.street),
				text('codePostal', address.postcode),
				code('commune', address.communeCode)
			]),
		work &&
			block('situationProfessionnelle', [
				text('profession', work.profession),
				code('typeContratTravail', work.contract),
				text('nomEmployeurPrincipal', work.employer),
				text('codePostal', work.postcode),
				code('commune', work.communeCode)
			]),
		list(
			'revenuFiscal',
			taxIncomes.flatMap(({ year, amountCents }, index) => [
				text(`anneeMoins${index + 1}`, year),
				text(`montantMoins${index + 1}`, euros(amountCents))
			])
		),
		resources('listeRessourceRecue', person.resourcesReceived),
		resources('listeRessourceVersee', person.resourcesPaid)
	];
}

function resources(name: string, lines: readonly SneResource<string>[]): Part {
	return list(
		name,
		lines.map((line) =>
			block('detailRessource', [
				code('ressource', line.code),
				text('montant', euros(line.amountCents))
			])
		)
	);
}

function block(name: string, parts: readonly Part[]): string {
	return `<ns2:${name}>${parts.filter(Boolean).join('')}</ns2:${name}>`;
}

/** A block that is left out when it holds nothing. */
function list(name: string, parts: readonly Part[]): Part {
	return parts.length > 0 && block(name, parts);
}

function text(name: string, value: string | number | boolean | null): Part {
	return value !== null && `<ns2:${name}>${escaped(String(value))}</ns2:${name}>`;
}

function code(name: string, value: string | null): Part {
	return value !== null && `<ns2:${name} code="${escaped(value)}"/>`;
}

function euros(cents: number | null): string | null {
	return cents === null ? null : (cents / 100).toFixed(2);
}

function escaped(value: string): string {
	return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
