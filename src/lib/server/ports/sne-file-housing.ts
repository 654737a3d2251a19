import {
	CURRENT_CATEGORIES,
	CURRENT_HOUSINGS,
	HOUSING_CATEGORIES,
	HOUSING_TYPES,
	REQUEST_MOTIVES
} from '../../domain/applications/codes.ts';
import type { RequestMotive } from '../../domain/applications/codes.ts';
import type { SneCurrentHousing, SneWanted } from '../../domain/applications/sne-request.ts';
import type { SneCursor } from './sne-file-cursor.ts';
import * as values from './sne-file-values.ts';

export function readCurrentHousing(at: SneCursor): SneCurrentHousing | null {
	if (!at.exists) return null;
	return {
		models: codesOf(at.child('listeModeleLogement'), 'modeleLogement', CURRENT_HOUSINGS),
		monthlyRentCents: at.value('montantMensuelLoyer', values.amountCents),
		occupants: at.value('nombreHabitant', (raw) => values.wholeNumber(raw, 0, 50)),
		category: at.code('categorieLogement', CURRENT_CATEGORIES),
		type: at.code('typeLogementActuel', HOUSING_TYPES),
		surface: at.value('surface', values.surface),
		owner: at.value('proprietaire', values.yesOrNo)
	};
}

export function readWanted(at: SneCursor): SneWanted {
	const communes = at
		.child('listeLocalisationSouhaite')
		.children('localisationSouhaite')
		.map((place) => place.child('commune').attribute('code', values.communeCode))
		.filter((code) => code !== null);
	return {
		// The element of the wanted category is inferred from the list's name: no public file shows it.
		category: at.code('categorieLogementRecherche', HOUSING_CATEGORIES),
		types: codesOf(at.child('listeTypeLogement'), 'typeLogement', HOUSING_TYPES),
		communes: [...new Set(communes)],
		enlarged: at.value('demandeElargie', values.yesOrNo)
	};
}

/** Motives; their element too is inferred from the list's name. */
export function readMotives(at: SneCursor): RequestMotive[] {
	return codesOf(at.child('listeMotifDemande'), 'motifDemande', REQUEST_MOTIVES);
}

function codesOf<Code extends string>(at: SneCursor, name: string, list: readonly Code[]): Code[] {
	const codes = at.children(name).map((child) => child.ownCode(list));
	return [...new Set(codes.filter((code) => code !== null))];
}
