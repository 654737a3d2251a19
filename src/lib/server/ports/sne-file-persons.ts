import {
	CIVILITIES,
	CONTRACTS,
	CUSTODIES,
	FAMILY_SITUATIONS,
	KINSHIPS,
	LINKS_TO_APPLICANT,
	NATIONALITIES,
	RESOURCES_PAID,
	RESOURCES_RECEIVED,
	SEXES
} from '../../domain/applications/codes.ts';
import type {
	SneAddress,
	SneAdult,
	SneChildInCustody,
	SneCoapplicant,
	SneDependant,
	SneResource,
	SneTaxIncome,
	SneUnborn,
	SneWork
} from '../../domain/applications/sne-request.ts';
import type { SneCursor } from './sne-file-cursor.ts';
import { SneFileRefused } from './sne-file-refused.ts';
import * as values from './sne-file-values.ts';

/** Applicant or holder of the lease beside. Throws `no-person` without any name, `bad-date` on a birth date. */
export function readAdult(at: SneCursor): SneAdult {
	const usageName = at.value('nom', values.plainText);
	const birthName = at.value('nomPatronymique', values.plainText);
	const lastName = usageName ?? birthName;
	if (lastName === null) throw new SneFileRefused('no-person', at.path);
	return {
		civility: at.code('civilite', CIVILITIES),
		lastName,
		birthName,
		firstName: at.value('prenom', values.plainText),
		birthDate: birthDate(at),
		nationality: at.code('nationalite', NATIONALITIES),
		familySituation: at.code('situationFamiliale', FAMILY_SITUATIONS),
		mobile: at.value('telPortable', values.phone),
		email: at.value('mel', values.email),
		address: readAddress(at.child('adressePostale')),
		work: readWork(at.child('situationProfessionnelle')),
		taxIncomes: readTaxIncomes(at.child('revenuFiscal')),
		resourcesReceived: readResources(at.child('listeRessourceRecue'), RESOURCES_RECEIVED),
		resourcesPaid: readResources(at.child('listeRessourceVersee'), RESOURCES_PAID)
	};
}

export function readCoapplicant(at: SneCursor): SneCoapplicant {
	return { ...readAdult(at), link: at.code('lienDemandeur', LINKS_TO_APPLICANT) };
}

export function readDependant(at: SneCursor): SneDependant {
	return {
		lastName: at.value('nom', values.plainText),
		firstName: at.value('prenom', values.plainText),
		birthDate: birthDate(at),
		sex: at.code('sexe', SEXES),
		kinship: at.code('lienParente', KINSHIPS)
	};
}

export function readChildInCustody(at: SneCursor): SneChildInCustody {
	return {
		birthDate: birthDate(at),
		sex: at.code('sexe', SEXES),
		custody: at.code('coParentalite', CUSTODIES)
	};
}

export function readUnborn(at: SneCursor): SneUnborn | null {
	const count = at.value('nombre', (raw) => values.wholeNumber(raw, 0, 9));
	const dueOn = at.value('dateNaissancePrevue', values.isoDay);
	// A due date without a number still announces a child.
	const expected = count ?? (dueOn === null ? 0 : 1);
	return expected === 0 ? null : { count: expected, dueOn };
}

/** A wrong birth date changes who is an adult and what is owed: it refuses the file rather than vanish. */
function birthDate(at: SneCursor): string | null {
	const child = at.child('dateNaissance');
	const raw = child.text();
	if (raw === '') return null;
	const day = values.isoDay(raw);
	if (day === null) throw new SneFileRefused('bad-date', child.path);
	return day;
}

function readAddress(at: SneCursor): SneAddress | null {
	if (!at.exists) return null;
	return {
		abroad: at.value('etranger', values.yesOrNo),
		number: at.value('numero', values.plainText),
		street: at.value('voie', values.plainText),
		postcode: at.value('codePostal', values.postcode),
		communeCode: at.child('commune').attribute('code', values.communeCode)
	};
}

function readWork(at: SneCursor): SneWork | null {
	if (!at.exists) return null;
	return {
		profession: at.value('profession', values.plainText),
		contract: at.code('typeContratTravail', CONTRACTS),
		employer: at.value('nomEmployeurPrincipal', values.plainText),
		abroad: at.value('etranger', values.yesOrNo),
		postcode: at.value('codePostal', values.postcode),
		communeCode: at.child('commune').attribute('code', values.communeCode)
	};
}

function readTaxIncomes(at: SneCursor): SneTaxIncome[] {
	const incomes: SneTaxIncome[] = [];
	for (const rank of ['1', '2']) {
		const year = at.value(`anneeMoins${rank}`, values.year);
		const amount = at.child(`montantMoins${rank}`);
		const amountCents = at.value(`montantMoins${rank}`, values.amountCents);
		if (year !== null) incomes.push({ year, amountCents });
		else if (amountCents !== null) amount.note('not-kept');
	}
	return incomes;
}

function readResources<Code extends string>(
	at: SneCursor,
	list: readonly Code[]
): SneResource<Code>[] {
	const resources: SneResource<Code>[] = [];
	for (const line of at.children('detailRessource')) {
		const code = line.code('ressource', list);
		const amountCents = line.value('montant', values.amountCents);
		if (code !== null) resources.push({ code, amountCents });
		else if (amountCents !== null) line.child('montant').note('not-kept');
	}
	return resources;
}
