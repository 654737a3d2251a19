/** One statement as PostgreSQL receives it. */
export interface Asked {
	text: string;
	values: (string | null)[];
	/** Read and planned once a connection, and only executed since. */
	isPrepared: boolean;
}

const LENGTH_BYTES = 4;

/**
 * Reads what a client sends to PostgreSQL (protocol 3.0, "Message Formats"): each statement that is executed, with the
 * text it was prepared from and the values bound to it.
 * @param onAsked called for each
 * @returns takes the next bytes
 */
export function readAsked(onAsked: (asked: Asked) => void): (bytes: Buffer) => void {
	const prepared = new Map<string, string>();
	let bound: Asked = { text: '', values: [], isPrepared: false };
	let rest: Buffer = Buffer.alloc(0);
	let greeted = false;
	const take = (type: string, body: Buffer) => {
		if (type === 'Q') onAsked({ text: textAt(body, 0).text, values: [], isPrepared: false });
		if (type === 'P') {
			const name = textAt(body, 0);
			prepared.set(name.text, textAt(body, name.end).text);
		}
		if (type === 'B') bound = readBind(body, prepared);
		if (type === 'E') onAsked(bound);
	};
	return (bytes) => {
		rest = Buffer.concat([rest, bytes]);
		for (;;) {
			// The first message, which names role and database, has no letter.
			const letter = greeted ? 1 : 0;
			if (rest.length < letter + LENGTH_BYTES) return;
			const end = letter + rest.readInt32BE(letter);
			if (rest.length < end) return;
			if (greeted) {
				const body = rest.subarray(letter + LENGTH_BYTES, end);
				take(String.fromCharCode(rest[0]!), body);
			}
			greeted = true;
			rest = rest.subarray(end);
		}
	};
}

/** A text that ends in a zero byte. */
function textAt(body: Buffer, from: number): { text: string; end: number } {
	const end = body.indexOf(0, from);
	return { text: body.toString('utf8', from, end), end: end + 1 };
}

/** Portal, statement, formats, then each value with its length, -1 for null. The driver sends text alone. */
function readBind(body: Buffer, prepared: Map<string, string>): Asked {
	const statement = textAt(body, textAt(body, 0).end);
	let at = statement.end + 2 + 2 * body.readInt16BE(statement.end);
	const count = body.readInt16BE(at);
	at += 2;
	const values = Array.from({ length: count }, () => {
		const length = body.readInt32BE(at);
		const from = at + LENGTH_BYTES;
		at = from + Math.max(length, 0);
		return length < 0 ? null : body.toString('utf8', from, at);
	});
	return { text: prepared.get(statement.text) ?? '', values, isPrepared: statement.text !== '' };
}
