/** Distances are whole percents of the upright picture, from its physical left and top. */
export type Point = { x: number; y: number };
export type Band = { left: number; top: number; width: number; height: number };
/** How much is cut off each side. */
export type Cut = { top: number; right: number; bottom: number; left: number };
export type Side = keyof Cut;

export const NOTHING_CUT: Cut = { top: 0, right: 0, bottom: 0, left: 0 };
const OPPOSITE: Record<Side, Side> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };
/** What is left after a cut is never less than this. */
const LEAST_KEPT = 10;
const LEAST_BAND = 1;
/** How near an edge a finger must come to take hold of it. */
const REACH = 15;

const within = (value: number, least: number, most: number) =>
	Math.min(most, Math.max(least, Math.round(value)));

/** Where a band appears that was not drawn by hand: a line of text in the middle. */
export const newBand = (): Band => ({ left: 30, top: 47, width: 40, height: 6 });

/** The band between two points, whichever came first. */
export function bandBetween(one: Point, other: Point): Band {
	return keptInside({
		left: Math.min(one.x, other.x),
		top: Math.min(one.y, other.y),
		width: Math.abs(one.x - other.x),
		height: Math.abs(one.y - other.y)
	});
}

/** The same band, inside the picture and large enough to be seen. */
export function keptInside(band: Band): Band {
	const left = within(band.left, 0, 100 - LEAST_BAND);
	const top = within(band.top, 0, 100 - LEAST_BAND);
	return {
		left,
		top,
		width: within(band.width, LEAST_BAND, 100 - left),
		height: within(band.height, LEAST_BAND, 100 - top)
	};
}

/** Cuts one side so far, leaving a tenth of the picture at least. */
export function withCut(cut: Cut, side: Side, value: number): Cut {
	return { ...cut, [side]: within(value, 0, 100 - LEAST_KEPT - cut[OPPOSITE[side]]) };
}

/** The sides that a finger put down here takes hold of: one, or two at a corner; none in the middle. */
export function sidesNear(cut: Cut, { x, y }: Point): Side[] {
	const distances: [Side, number][] = [
		['left', Math.abs(x - cut.left)],
		['right', Math.abs(100 - cut.right - x)],
		['top', Math.abs(y - cut.top)],
		['bottom', Math.abs(100 - cut.bottom - y)]
	];
	const held = distances.filter(([, distance]) => distance <= REACH);
	return held
		.filter(
			([side, distance]) => !held.some(([other, d]) => other === OPPOSITE[side] && d < distance)
		)
		.map(([side]) => side);
}

/** How far a point cuts into the picture from this side. */
export function cutAt(side: Side, { x, y }: Point): number {
	return { left: x, right: 100 - x, top: y, bottom: 100 - y }[side];
}
