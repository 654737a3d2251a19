/**
 * The 24 communes of the Communauté d'agglomération Sophia Antipolis (EPCI SIREN 240600585).
 * INSEE codes and municipal population 2024: BANATIC/INSEE file published in etalab/decoupage-administratif.
 * Postcodes of the hinterland were seen in a public list; those of the coast are to be checked against La Poste.
 */
export type CommuneSeed = {
	insee: string;
	name: string;
	postcodes: string[];
	/** Inhabitants. */
	population: number;
};

export const communes: readonly CommuneSeed[] = [
	{ insee: '06004', name: 'Antibes', postcodes: ['06600', '06160'], population: 75_130 },
	{ insee: '06010', name: 'Le Bar-sur-Loup', postcodes: ['06620'], population: 2_947 },
	{ insee: '06017', name: 'Bézaudun-les-Alpes', postcodes: ['06510'], population: 258 },
	{ insee: '06018', name: 'Biot', postcodes: ['06410'], population: 9_880 },
	{ insee: '06022', name: 'Bouyon', postcodes: ['06510'], population: 543 },
	{ insee: '06037', name: 'Caussols', postcodes: ['06460'], population: 312 },
	{ insee: '06038', name: 'Châteauneuf', postcodes: ['06740'], population: 3_716 },
	{ insee: '06041', name: 'Cipières', postcodes: ['06620'], population: 400 },
	{ insee: '06044', name: 'La Colle-sur-Loup', postcodes: ['06480'], population: 8_084 },
	{ insee: '06047', name: 'Conségudes', postcodes: ['06510'], population: 94 },
	{ insee: '06049', name: 'Courmes', postcodes: ['06620'], population: 109 },
	{ insee: '06050', name: 'Coursegoules', postcodes: ['06140'], population: 526 },
	{ insee: '06061', name: 'Les Ferres', postcodes: ['06510'], population: 92 },
	{ insee: '06068', name: 'Gourdon', postcodes: ['06620'], population: 368 },
	{ insee: '06070', name: 'Gréolières', postcodes: ['06620'], population: 580 },
	{ insee: '06089', name: 'Opio', postcodes: ['06650'], population: 2_393 },
	{ insee: '06105', name: 'Roquefort-les-Pins', postcodes: ['06330'], population: 7_276 },
	{ insee: '06107', name: 'La Roque-en-Provence', postcodes: ['06910'], population: 65 },
	{ insee: '06112', name: 'Le Rouret', postcodes: ['06650'], population: 4_157 },
	{ insee: '06128', name: 'Saint-Paul-de-Vence', postcodes: ['06570'], population: 3_183 },
	{ insee: '06148', name: 'Tourrettes-sur-Loup', postcodes: ['06140'], population: 4_092 },
	{ insee: '06152', name: 'Valbonne', postcodes: ['06560'], population: 12_754 },
	{ insee: '06155', name: 'Vallauris', postcodes: ['06220'], population: 28_025 },
	{ insee: '06161', name: 'Villeneuve-Loubet', postcodes: ['06270'], population: 16_779 }
];
