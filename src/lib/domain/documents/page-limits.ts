/**
 * What is drawn of a paper. Sizes are ours: those of SNE are not published. 200 dots an inch and 2,400 pixels on the
 * long edge keep every 7-point word (docs/performance.md); a bigger picture is reduced.
 */
export const PAGES_MAX = 100;
/** Pixels of one picture, or of one page drawn: more would be a bomb, not a photo. */
export const PIXELS_MAX = 50_000_000;
export const LONG_EDGE_MAX = 3_000;
export const DOTS_AN_INCH = 200;
export const JPEG_QUALITY = 85;

/** What one file may cost the process that draws it. */
export const WORKSHOP_LIMITS = {
	/** Seconds of processor. */
	cpuSeconds: 20,
	/** Seconds on the wall: the machine may be busy elsewhere. */
	wallSeconds: 60,
	/** Resident, measured from outside. */
	memoryBytes: 512_000_000
} as const;
