import type { LeftOut, SneRequest } from '../../domain/applications/sne-request.ts';

const REQUEST = 'demande/demandeLogement';
const PERSON = `${REQUEST}/personnePhysique`;
/** Files that say more than "here is the request": what they order is done in the register, not here. */
const ORDERS: readonly (string | null)[] = ['RAD', 'SUP', 'CRS', 'DIS', 'RET'];

/**
 * What the reader understood and the import does not keep: whoever runs it must hear of that too.
 * @param knownFilingDay the filing day already known here, which no file moves (R441-2-7); null for a new request
 */
export function factsWithoutPlace(request: SneRequest, knownFilingDay: string | null): LeftOut[] {
	const { header, applicant, coapplicants, currentHousing, wanted } = request;
	const paths: [left: boolean, path: string][] = [
		[ORDERS.includes(header.fileType), 'entete/typeFichier'],
		[
			knownFilingDay !== null && knownFilingDay !== request.createdOn,
			`${REQUEST}/dateCreationDemande`
		],
		[applicant.address?.abroad === true, `${PERSON}/demandeur/adressePostale/etranger`],
		[applicant.work?.abroad === true, `${PERSON}/demandeur/situationProfessionnelle/etranger`],
		[
			coapplicants.some(({ address, work }) => address?.abroad || work?.abroad),
			`${PERSON}/listeCotitulaire/cotitulaire/etranger`
		],
		[
			(currentHousing?.models.length ?? 0) > 1,
			`${PERSON}/logementActuel/listeModeleLogement/modeleLogement`
		],
		[wanted.category !== null, `${REQUEST}/logementRecherche/categorieLogementRecherche`]
	];
	return paths.filter(([left]) => left).map(([, path]) => ({ path, why: 'not-kept' }));
}
