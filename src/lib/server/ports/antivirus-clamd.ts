import { connect, type Socket } from 'node:net';
import { isLimitFound } from '../../domain/documents/scanning.ts';
import type { WaitingReason } from '../../domain/documents/paper-codes.ts';
import type { Antivirus, AntivirusState, ScanAnswer } from './antivirus.ts';

export type ClamdOptions = {
	/** Path of a socket ("/run/clamav/clamd.ctl"), or host and port ("127.0.0.1:3310"). */
	address: string;
	/** For one file, from the connection to the answer. */
	scanSeconds?: number;
	/** For a question that needs no work. */
	askSeconds?: number;
};

/** clamd takes pieces of any length up to its StreamMaxLength; ours are those of the store. */
const PIECE_BYTES_MAX = 1_048_576;
const ANSWER_BYTES_MAX = 4_096;

/**
 * ClamAV's daemon, by its own protocol (man clamd: z-commands end with NUL; INSTREAM sends each piece after its length,
 * and a length of zero ends the file). A file is clean on the answer "stream: OK" and on nothing else.
 */
export function clamd({ address, scanSeconds = 60, askSeconds = 5 }: ClamdOptions): Antivirus {
	const state = async () => {
		const { answer, failure } = await converse(address, askSeconds, async (line) => {
			await line.write(Buffer.from('zVERSION\0'));
		});
		if (answer !== null) return readVersion(answer);
		return { answers: false, why: failure === 'cut' ? 'antivirus-error' : failure } as const;
	};
	const scan = async (body: AsyncIterable<Uint8Array>): Promise<ScanAnswer> => {
		const { answer, failure } = await converse(address, scanSeconds, async (line) => {
			await line.write(Buffer.from('zINSTREAM\0'));
			for await (const part of body) {
				for (let from = 0; from < part.length; from += PIECE_BYTES_MAX) {
					const going = await line.write(piece(part.subarray(from, from + PIECE_BYTES_MAX)));
					if (!going) return;
				}
			}
			await line.write(Buffer.alloc(4));
		});
		if (answer !== null) return readVerdict(answer);
		if (failure !== 'cut') return { verdict: 'none', why: failure };
		// It says its limit, then closes at once: what we were still writing may have covered its words.
		const alive = (await state()).answers;
		return { verdict: 'none', why: alive ? 'antivirus-limit' : 'antivirus-error' };
	};
	return { scan, state };
}

function piece(bytes: Uint8Array): Buffer {
	const length = Buffer.alloc(4);
	length.writeUInt32BE(bytes.length);
	return Buffer.concat([length, bytes]);
}

/** What an answer to INSTREAM says; an odd one is no verdict. */
export function readVerdict(answer: string): ScanAnswer {
	if (answer === 'stream: OK') return { verdict: 'clean' };
	const signature = /^stream: (\S.*) FOUND$/.exec(answer)?.[1];
	if (signature) {
		return isLimitFound(signature)
			? { verdict: 'none', why: 'antivirus-limit' }
			: { verdict: 'found', signature };
	}
	const limit = /size limit exceeded/i.test(answer);
	return { verdict: 'none', why: limit ? 'antivirus-limit' : 'antivirus-error' };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** "ClamAV 1.4.6/27823/Mon Nov 23 08:24:03 2026"; without a database of ClamAV's own, the name alone. */
const VERSION =
	/^ClamAV ([^/\s]+)(?:\/\d+\/\w{3} (\w{3}) {1,2}(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (\d{4}))?/;

/** What an answer to VERSION says; the hour is the daemon's own, taken for UTC: hours do not matter here. */
export function readVersion(answer: string): AntivirusState {
	const read = VERSION.exec(answer);
	if (!read) return { answers: false, why: 'antivirus-error' };
	const [, version = '', month = '', ...numbers] = read;
	const [day, hour, minute, second, year] = numbers.map(Number);
	const at = MONTHS.indexOf(month) + 1;
	if (at === 0) return { answers: true, version, signaturesAt: null };
	const local = Temporal.PlainDateTime.from({
		year: year!,
		month: at,
		day: day!,
		hour,
		minute,
		second
	});
	return { answers: true, version, signaturesAt: local.toZonedDateTime('UTC').toInstant() };
}

/** Writes at the pace of the other side. False once it has answered or gone: there is no use in going on. */
type Line = { write: (bytes: Uint8Array) => Promise<boolean> };
type Failure = WaitingReason | 'cut';
type Conversation = { answer: string; failure: null } | { answer: null; failure: Failure };

async function converse(
	address: string,
	seconds: number,
	speak: (line: Line) => Promise<void>
): Promise<Conversation> {
	const socket = open(address);
	const heard = listen(socket);
	const deadline = setTimeout(() => socket.destroy(new Late()), seconds * 1_000);
	try {
		await speak({
			write: async (bytes) => {
				if (heard.over()) return false;
				if (!socket.write(bytes)) await Promise.race([drained(socket), heard.end]);
				return !heard.over();
			}
		});
		return await heard.end;
	} finally {
		clearTimeout(deadline);
		socket.destroy();
	}
}

class Late extends Error {}

function open(address: string): Socket {
	const [, host, port] = /^([^/]+):(\d+)$/.exec(address) ?? [];
	return host ? connect(Number(port), host) : connect(address);
}

const drained = (socket: Socket) => new Promise((done) => void socket.once('drain', done));

/** Gathers the answer up to its NUL, or the reason why none comes. */
function listen(socket: Socket) {
	const end = Promise.withResolvers<Conversation>();
	let said = '';
	let over = false;
	let connected = false;
	const conclude = (conversation: Conversation) => {
		over = true;
		end.resolve(conversation);
	};
	const fail = (failure: Failure) => conclude({ answer: null, failure });
	socket.once('connect', () => (connected = true));
	socket.on('data', (bytes: Buffer) => {
		said += bytes.toString('latin1');
		const [answer, rest] = said.split('\0', 2);
		if (rest !== undefined) conclude({ answer: answer!, failure: null });
		else if (said.length > ANSWER_BYTES_MAX) fail('antivirus-error');
	});
	socket.on('error', (error) => {
		if (error instanceof Late) fail('antivirus-slow');
		else fail(connected ? 'cut' : 'antivirus-absent');
	});
	socket.on('end', () => fail('cut'));
	socket.on('close', () => fail('cut'));
	return { end: end.promise, over: () => over };
}
