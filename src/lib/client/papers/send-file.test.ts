import { describe, expect, it } from 'vitest';
import { PART_BYTES_MAX } from '../../domain/documents/resume.ts';
import { Declined, sendFile } from './send-file.ts';
import { Lost, type Answer, type Ask } from './transport.ts';

/** A server that keeps what reaches it, behind a line that lets so many bytes through before it breaks. */
function behindALine(cuts: number[], refuse: Partial<Answer> | null = null) {
	const asked: string[] = [];
	let has: Uint8Array<ArrayBuffer> | null = null;
	let complete = false;
	const answer = (status: number): Answer => ({
		status,
		text: '',
		header: (name) =>
			({
				'upload-offset': String(has?.length ?? 0),
				'upload-complete': complete ? '?1' : '?0',
				location: '/fichiers/1'
			})[name] ?? null
	});
	const transport = async ({ method, headers, body }: Ask): Promise<Answer> => {
		asked.push(method);
		if (refuse && method !== 'HEAD')
			return { status: 422, text: '', header: () => null, ...refuse };
		const before = has?.length ?? 0;
		const cut = cuts.shift() ?? Infinity;
		if (cut < 0) throw new Lost();
		const sent = new Uint8Array(await (body ?? new Blob([])).arrayBuffer()).subarray(0, cut);
		const from = method === 'PATCH' ? Number(headers['upload-offset']) : 0;
		const wrong = method === 'PATCH' ? from !== before : method === 'POST' && has !== null;
		if (!wrong && method !== 'HEAD') has = Uint8Array.from([...(has ?? []), ...sent]);
		if (cut !== Infinity) throw new Lost();
		complete ||= !wrong && headers['upload-complete'] === '?1';
		return answer(wrong && method === 'PATCH' ? 409 : 200);
	};
	return { transport, asked, has: () => has };
}

function send(
	line: ReturnType<typeof behindALine>,
	bytes: Uint8Array<ArrayBuffer>,
	signal?: AbortSignal
) {
	const said: string[] = [];
	const sent = sendFile(
		line.transport,
		{ file: new Blob([bytes]), name: 'avis.pdf', sendingId: 'x', address: '/fichiers' },
		{
			progress: (at) => said.push(String(at)),
			located: () => undefined,
			waiting: (waiting) => said.push(waiting ? 'waiting' : 'back'),
			pause: async () => void said.push('pause'),
			signal: signal ?? new AbortController().signal
		}
	);
	return { sent, said };
}
const bytes = (length: number) => Uint8Array.from({ length }, (_, at) => at % 251);

describe('a file on its way', () => {
	it('that fits in one request takes one request', async () => {
		const line = behindALine([]);
		await expect(send(line, bytes(450_000)).sent).resolves.toBe('/fichiers/1');
		expect(line.asked).toEqual(['POST']);
		expect(line.has()).toEqual(bytes(450_000));
	});

	it('that does not fit is announced, then goes in parts', async () => {
		const line = behindALine([]);
		await send(line, bytes(PART_BYTES_MAX * 2 + 5)).sent;
		expect(line.asked).toEqual(['POST', 'PATCH', 'PATCH', 'PATCH']);
		expect(line.has()).toEqual(bytes(PART_BYTES_MAX * 2 + 5));
	});

	it('arrives whole although the line breaks at every step, and no byte is sent twice', async () => {
		const line = behindALine([1_000, -1, Infinity, 7, Infinity, 300_000, -1, Infinity]);
		const { sent, said } = send(line, bytes(700_000));
		await sent;
		expect(line.has()).toEqual(bytes(700_000));
		expect(line.asked).toEqual([
			'POST',
			'POST',
			'POST',
			'PATCH',
			'HEAD',
			'PATCH',
			'HEAD',
			'HEAD',
			'PATCH'
		]);
		expect(said.filter((word) => word === 'back')).toHaveLength(3);
	});

	it('is announced again when the answer to the first request was lost', async () => {
		const line = behindALine([450_000]);
		await send(line, bytes(450_000)).sent;
		expect(line.asked).toEqual(['POST', 'POST', 'PATCH']);
		expect(line.has()).toEqual(bytes(450_000));
	});

	it('is not sent again when the server declines it, and its words come out', async () => {
		const line = behindALine([], { text: '{"words":"Ce fichier est vide."}' });
		const failure = await send(line, bytes(10)).sent.catch((cause: unknown) => cause);
		expect(failure).toBeInstanceOf(Declined);
		expect(failure).toMatchObject({ words: 'Ce fichier est vide.', signedOut: false });
		expect(line.asked).toEqual(['POST']);
	});

	it('stops when the person is signed out: the door answered in its place', async () => {
		const line = behindALine([], { status: 200, text: '<!doctype html>' });
		await expect(send(line, bytes(10)).sent).rejects.toMatchObject({ signedOut: true });
	});

	it('is tried again when the server is in trouble', async () => {
		const line = behindALine([]);
		let first = true;
		const transport = (ask: Ask) => {
			if (!first) return line.transport(ask);
			first = false;
			return Promise.resolve({ status: 503, text: '', header: () => null });
		};
		await expect(send({ ...line, transport }, bytes(10)).sent).resolves.toBe('/fichiers/1');
	});

	it('stops when the person removes the page', async () => {
		const removed = new AbortController();
		removed.abort(new Error('removed'));
		await expect(send(behindALine([]), bytes(10), removed.signal).sent).rejects.toThrow('removed');
	});
});
