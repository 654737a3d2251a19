import { paperDrawings } from './paper-drawings.ts';
import { reasonDrawings } from './reason-drawings.ts';

/**
 * Our own pictures, 96 x 96, in two colours: what is filled with sun, and what is drawn with a line.
 * Drawn by hand for this site; each well under 2 kB.
 */
const scenes = {
	papers: {
		sun: 'M36 22h34a4 4 0 0 1 4 4v54a4 4 0 0 1-4 4H36a4 4 0 0 1-4-4V26a4 4 0 0 1 4-4z',
		line: 'M24 12h28l14 14v44a4 4 0 0 1-4 4H24a4 4 0 0 1-4-4V16a4 4 0 0 1 4-4zM52 12v14h14M30 38h26M30 49h26M30 60h14M66 36h6a4 4 0 0 1 4 4v42a4 4 0 0 1-4 4H38a4 4 0 0 1-4-4v-8'
	},
	counter: {
		sun: 'M14 14h11.33L22.67 30a6.33 6.33 0 0 1-12.67 0zM36.67 14H48v16a6.33 6.33 0 0 1-12.67 0zM59.33 14h11.34l2.66 16a6.33 6.33 0 0 1-12.67 0z',
		line: 'M14 14h68l4 16a6.33 6.33 0 0 1-12.67 0 6.33 6.33 0 0 1-12.67 0A6.33 6.33 0 0 1 48 30a6.33 6.33 0 0 1-12.67 0 6.33 6.33 0 0 1-12.67 0A6.33 6.33 0 0 1 10 30zM18 42v25M78 42v25M8 67h80M15 67v18h66V67M40 49a8 8 0 1 0 16 0a8 8 0 1 0-16 0M33 67c1-7 7-10 15-10s14 3 15 10'
	},
	phone: {
		sun: 'M56 30h18v27H56zM60 75a5 5 0 1 0 10 0a5 5 0 1 0-10 0',
		line: 'M36 84H14a4 4 0 0 1-4-4V24a4 4 0 0 1 4-4h22M20 34h14M20 46h14M20 58h14M20 70h14M50 10h30a5 5 0 0 1 5 5v66a5 5 0 0 1-5 5H50a5 5 0 0 1-5-5V15a5 5 0 0 1 5-5zM52 28v-8h8M70 20h8v8M78 58v6h-8M60 64h-8v-6M61 39h8M61 47h8M60 75a5 5 0 1 0 10 0a5 5 0 1 0-10 0'
	},
	key: {
		sun: 'M37 68l17-13 17 13v19H37z',
		line: 'M10 28a16 16 0 1 0 32 0a16 16 0 1 0-32 0M20 28a4 4 0 1 0 8 0a4 4 0 1 0-8 0M42 28h44v14M74 28v10M30 44c2 9 14 3 22 11M33 71l21-16 21 16M37 68v19h34V68M49 87V77h10v10'
	},
	calendar: {
		sun: 'M47 62a14 14 0 1 0 28 0a14 14 0 1 0-28 0',
		line: 'M18 18h60a5 5 0 0 1 5 5v56a5 5 0 0 1-5 5H18a5 5 0 0 1-5-5V23a5 5 0 0 1 5-5zM13 37h70M32 10v14M64 10v14M25 50h8M25 62h8M25 74h8M54 62l5 5 9-10'
	},
	house: {
		sun: 'M62 28a13 13 0 1 0 26 0a13 13 0 1 0-26 0M28 63V53a6 6 0 0 1 12 0v10z',
		line: 'M7 41l27-22 27 22M14 36v27h40V36M28 63V53a6 6 0 0 1 12 0v10M6 63h84M8 75c6-5 12-5 18 0s12 5 18 0 12-5 18 0 12 5 18 0 6-3 8-3M18 87c6-5 12-5 18 0s12 5 18 0 12-5 18 0'
	}
} as const;

export const drawings = { ...scenes, ...paperDrawings, ...reasonDrawings };

export type DrawingName = keyof typeof drawings;

/** Whether a name that staff chose, or nothing, is one of our pictures. */
export function isDrawing(name: string | null): name is DrawingName {
	return name !== null && Object.hasOwn(drawings, name);
}
