type Side = { dx: number; dy: number; anchor?: 'middle' | 'end' };

const EAST: Side = { dx: 9, dy: 4 };
const WEST: Side = { dx: -9, dy: 4, anchor: 'end' };
const NORTH: Side = { dx: 0, dy: -9, anchor: 'middle' };
const SOUTH: Side = { dx: 0, dy: 18, anchor: 'middle' };

/** By INSEE code. Set by hand where names would lie on one another or leave the drawing; all others stand east. */
const SIDES: Readonly<Record<string, Side>> = {
	'06107': NORTH, // La Roque-en-Provence
	'06022': NORTH, // Bouyon
	'06047': WEST, // Conségudes
	'06017': SOUTH, // Bézaudun-les-Alpes
	'06050': { dx: 9, dy: 18, anchor: 'middle' }, // Coursegoules
	'06148': SOUTH, // Tourrettes-sur-Loup
	'06010': WEST, // Le Bar-sur-Loup
	'06128': WEST, // Saint-Paul-de-Vence
	'06044': SOUTH, // La Colle-sur-Loup
	'06038': WEST, // Châteauneuf
	'06112': NORTH, // Le Rouret
	'06089': SOUTH, // Opio
	'06161': { dx: 32, dy: 18, anchor: 'end' }, // Villeneuve-Loubet
	'06018': WEST, // Biot
	'06004': WEST, // Antibes
	'06155': WEST // Vallauris
};

/** Where the name of a commune (by INSEE code) stands beside its point on the map. */
export function labelSide(insee: string): Side {
	return SIDES[insee] ?? EAST;
}
