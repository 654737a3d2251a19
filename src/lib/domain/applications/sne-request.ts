import type {
	Civility,
	Contract,
	CurrentCategory,
	CurrentHousing,
	Custody,
	FamilySituation,
	FileType,
	HousingCategory,
	HousingType,
	Kinship,
	LinkToApplicant,
	Nationality,
	RequestMotive,
	ResourcePaid,
	ResourceReceived,
	Sex
} from './codes.ts';

/**
 * What a file of the national register says, once read. `null` means that the file does not say it (or
 * not legibly: then `leftOut` names it). Days are "YYYY-MM-DD"; money is in euro cents.
 */
export interface SneRequest {
	readonly header: SneHeader;
	/** Stored form. A creation file may lack it; the reader then refuses, since it identifies the request. */
	readonly uniqueNumber: string | null;
	/** Code of the counter that sent the file, e.g. "G1226": not the same as the end of the number. */
	readonly counterCode: string | null;
	/** Day of the first filing, from which seniority and validity run. */
	readonly createdOn: string;
	readonly applicant: SneAdult;
	readonly coapplicants: readonly SneCoapplicant[];
	readonly dependants: readonly SneDependant[];
	readonly inCustody: readonly SneChildInCustody[];
	readonly unborn: SneUnborn | null;
	readonly currentHousing: SneCurrentHousing | null;
	readonly wanted: SneWanted;
	readonly motives: readonly RequestMotive[];
	/** Everything that was in the file and is not above, once a path, in the file's order. */
	readonly leftOut: readonly LeftOut[];
}

export interface SneHeader {
	readonly interfaceVersion: string | null;
	readonly fileType: FileType | null;
	readonly fileDate: string | null;
}

export interface SneAdult {
	readonly civility: Civility | null;
	/** Usage name, or the birth name where the file gives only that. */
	readonly lastName: string;
	readonly birthName: string | null;
	readonly firstName: string | null;
	readonly birthDate: string | null;
	readonly nationality: Nationality | null;
	readonly familySituation: FamilySituation | null;
	readonly mobile: string | null;
	readonly email: string | null;
	readonly address: SneAddress | null;
	readonly work: SneWork | null;
	readonly taxIncomes: readonly SneTaxIncome[];
	readonly resourcesReceived: readonly SneResource<ResourceReceived>[];
	readonly resourcesPaid: readonly SneResource<ResourcePaid>[];
}

export interface SneCoapplicant extends SneAdult {
	readonly link: LinkToApplicant | null;
}

export interface SneDependant {
	readonly lastName: string | null;
	readonly firstName: string | null;
	readonly birthDate: string | null;
	readonly sex: Sex | null;
	readonly kinship: Kinship | null;
}

/** A child who lives here part of the time; the file gives no name. */
export interface SneChildInCustody {
	readonly birthDate: string | null;
	readonly sex: Sex | null;
	readonly custody: Custody | null;
}

export interface SneUnborn {
	readonly count: number;
	readonly dueOn: string | null;
}

export interface SneAddress {
	readonly abroad: boolean | null;
	readonly number: string | null;
	readonly street: string | null;
	readonly postcode: string | null;
	/** INSEE code. */
	readonly communeCode: string | null;
}

export interface SneWork {
	readonly profession: string | null;
	readonly contract: Contract | null;
	readonly employer: string | null;
	readonly abroad: boolean | null;
	readonly postcode: string | null;
	readonly communeCode: string | null;
}

/** Reference tax income (revenu fiscal de référence) of one year. */
export interface SneTaxIncome {
	readonly year: number;
	readonly amountCents: number | null;
}

/** One monthly resource. */
export interface SneResource<Code extends string> {
	readonly code: Code;
	readonly amountCents: number | null;
}

export interface SneCurrentHousing {
	readonly models: readonly CurrentHousing[];
	readonly monthlyRentCents: number | null;
	readonly occupants: number | null;
	readonly category: CurrentCategory | null;
	readonly type: HousingType | null;
	/** Square metres. */
	readonly surface: number | null;
	readonly owner: boolean | null;
}

export interface SneWanted {
	readonly category: HousingCategory | null;
	readonly types: readonly HousingType[];
	/** INSEE codes, in the applicant's order of preference. */
	readonly communes: readonly string[];
	/** Would look further than these communes (demande élargie). */
	readonly enlarged: boolean | null;
}

export const LEFT_OUT_REASONS = [
	'unknown-element',
	'unknown-attribute',
	'unknown-code',
	'unreadable',
	'repeated',
	'not-kept'
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** One thing of the file that was not taken. Never holds the value itself: it may be personal. */
export interface LeftOut {
	/** Local names from the root down, e.g. "demande/demandeLogement/zoneInconnue". */
	readonly path: string;
	readonly why: LeftOutReason;
}
