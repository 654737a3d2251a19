/** A part of pages as it travels, and the classes of its elements, for the styles it needs. */
export interface KeptPart {
	bytes: Uint8Array;
	/** The values of its class attributes, with spaces between them. */
	classes: string;
	/** The same word for all parts of the same classes, and for no other. */
	kind: string;
}

/** What a page writes around a part the first time, for the server to keep it, and in its stead later. */
export interface Place {
	opens: string;
	closes: string;
	stead: string;
	part: KeptPart | null;
}

interface Places {
	byName: Map<string, Place>;
	byNumber: Map<number, Place>;
	/** Of the names and the parts, about. */
	size: number;
}

export const CLOSES = '<!--/keep-->';

/** Memory has a limit: what was asked for of late, and what before; beyond that what nobody asks for any more goes. */
const MOST = 16_000_000;
const none = (): Places => ({ byName: new Map(), byNumber: new Map(), size: 0 });
let late = none();
let before = none();
let last = 0;

/** @param name all that the part depends on */
export function placeOf(name: string): Place {
	const known = late.byName.get(name);
	if (known) return known;
	if (late.size > MOST) [before, late] = [late, none()];
	const { part = null } = before.byName.get(name) ?? {};
	last += 1;
	const place = {
		opens: `<!--keep ${last}-->`,
		closes: CLOSES,
		stead: `<!--kept ${last}-->`,
		part
	};
	late.byName.set(name, place);
	late.byNumber.set(last, place);
	late.size += name.length + (part?.bytes.length ?? 0);
	return place;
}

/** What stands at a place. A page is sent long before what it names is forgotten. */
export const partAt = (number: number): KeptPart => placeAt(number).part!;

/** Keeps what was written at a place for all later pages. */
export function keep(number: number, part: KeptPart): void {
	placeAt(number).part = part;
	late.size += part.bytes.length;
}

const placeAt = (number: number) => (late.byNumber.get(number) ?? before.byNumber.get(number))!;
