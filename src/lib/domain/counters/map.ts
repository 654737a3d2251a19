import { centreOf } from './distance.ts';

/** A drawing as wide as a phone; upright, as the area is. */
export const MAP = { width: 320, height: 556 } as const;

/** North-west corner of the drawing, and how many units a degree is worth each way at 43.7° north. */
const WEST = 6.875;
const NORTH = 43.892;
const DEGREE = { latitude: 1590, longitude: 1590 * Math.cos((43.7 * Math.PI) / 180) };

/**
 * The coast from Cannes to Cagnes, as a few points: it says which side the sea is on, no more. Drawn for this map.
 */
const COAST: readonly (readonly [number, number])[] = [
	[43.545, 6.96],
	[43.551, 7.02],
	[43.564, 7.06],
	[43.568, 7.085],
	[43.566, 7.108],
	[43.552, 7.117],
	[43.543, 7.133],
	[43.557, 7.143],
	[43.57, 7.128],
	[43.583, 7.129],
	[43.592, 7.131],
	[43.611, 7.126],
	[43.634, 7.138],
	[43.655, 7.152],
	[43.66, 7.2]
];

/** Where a place is on the drawing. */
export function pointAt(latitude: number, longitude: number): { x: number; y: number } {
	return {
		x: Math.round((longitude - WEST) * DEGREE.longitude),
		y: Math.round((NORTH - latitude) * DEGREE.latitude)
	};
}

/** Where the centre of a commune is on the drawing, or null when it is not known. */
export function communePoint(insee: string): { x: number; y: number } | null {
	const centre = centreOf(insee);
	return centre && pointAt(...centre);
}

/** The sea, as the `d` of a path. */
export function seaPath(): string {
	const shore = COAST.map((place) => pointAt(...place)).map(({ x, y }) => `${x} ${y}`);
	return `M${shore.join('L')}V${MAP.height}H0Z`;
}
