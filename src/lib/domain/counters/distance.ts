/**
 * Centres of the 24 communes (old village or town), WGS 84, latitude then longitude, by INSEE code. From the markers of
 * a public heritage application about these communes; to be checked against the IGN. Rounded to about 100 m: they
 * order counters and give a distance in whole kilometres, nothing more.
 */
const CENTRES: Readonly<Record<string, readonly [number, number]>> = {
	'06004': [43.586, 7.106],
	'06010': [43.701, 6.99],
	'06017': [43.808, 7.096],
	'06018': [43.627, 7.099],
	'06022': [43.825, 7.124],
	'06037': [43.745, 6.91],
	'06038': [43.675, 6.977],
	'06041': [43.783, 6.956],
	'06044': [43.687, 7.103],
	'06047': [43.844, 7.048],
	'06049': [43.743, 7.009],
	'06050': [43.794, 7.04],
	'06061': [43.847, 7.093],
	'06068': [43.72, 6.978],
	'06070': [43.796, 6.944],
	'06089': [43.669, 6.982],
	'06105': [43.666, 7.049],
	'06107': [43.872, 7.006],
	'06112': [43.674, 7.006],
	'06128': [43.697, 7.122],
	'06148': [43.716, 7.059],
	'06152': [43.64, 7.009],
	'06155': [43.579, 7.055],
	'06161': [43.658, 7.122]
};

const EARTH_KM = 6371;

/** Latitude and longitude of the centre of a commune (by INSEE code), or null when it is not known. */
export function centreOf(insee: string): readonly [number, number] | null {
	return CENTRES[insee] ?? null;
}

/**
 * How far apart the centres of two communes are, as the crow flies: the road is longer, above all in the hills.
 * @returns whole kilometres, or null when a centre is not known
 */
export function kilometresBetween(from: string | null, to: string | null): number | null {
	const [here, there] = [CENTRES[from ?? ''], CENTRES[to ?? '']];
	if (!here || !there) return null;
	const radians = (degrees: number) => (degrees * Math.PI) / 180;
	const north = radians(there[0] - here[0]);
	const east = radians(there[1] - here[1]);
	const chord =
		Math.sin(north / 2) ** 2 +
		Math.cos(radians(here[0])) * Math.cos(radians(there[0])) * Math.sin(east / 2) ** 2;
	return Math.round(2 * EARTH_KM * Math.asin(Math.sqrt(chord)));
}
