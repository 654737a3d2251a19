import { describe, expect, it } from 'vitest';
import { RuleBroken } from '../../domain/errors.ts';
import { readUpload } from './read-upload.ts';

type Entry = [name: string, value: string | File];
const photo = (length: number, name = 'photo.jpg') =>
	new File([new Uint8Array(length).fill(7)], name, { type: 'image/jpeg' });
const noFile = () => new File([], '', { type: 'application/octet-stream' });

function form(...entries: Entry[]): Request {
	const body = new FormData();
	for (const [name, value] of entries) body.append(name, value);
	return new Request('http://localhost/', { method: 'POST', body });
}

/** Reads the file to its end, or as far as told. */
const reading =
	(upTo = Infinity) =>
	async (file: { fileName: string; declaredType: string; body: AsyncIterable<Uint8Array> }) => {
		let length = 0;
		for await (const part of file.body) {
			length += part.length;
			if (length > upTo) throw new RuleBroken('file-too-large');
		}
		return { fileName: file.fileName, declaredType: file.declaredType, length };
	};

describe('a form with a file', () => {
	it('gives its file and all its fields, before and after it', async () => {
		const request = form(['piece', 'passport'], ['fichier', photo(300_000)], ['envoi', 'x']);
		const read = await readUpload(request, 'fichier', reading());
		expect(read.taken).toEqual({
			fileName: 'photo.jpg',
			declaredType: 'image/jpeg',
			length: 300_000
		});
		expect(Object.fromEntries(read.fields)).toEqual({ piece: 'passport', envoi: 'x' });
	});

	it('promises the fields that follow the file', async () => {
		const request = form(['fichier', photo(10)], ['envoi', 'x']);
		const { taken } = await readUpload(request, 'fichier', async (file, fields) => {
			await reading()(file);
			return (await fields).get('envoi');
		});
		expect(taken).toBe('x');
	});

	it('counts the control that was filled, whichever of the two', async () => {
		for (const files of [
			[noFile(), photo(5)],
			[photo(5), noFile()],
			[photo(5), photo(9)]
		]) {
			const request = form(['fichier', files[0]!], ['fichier', files[1]!]);
			expect((await readUpload(request, 'fichier', reading())).taken?.length).toBe(5);
		}
	});

	it('says so when no file was chosen, and ignores files of another name', async () => {
		const request = form(['fichier', noFile()], ['autre', photo(5)], ['piece', 'passport']);
		const read = await readUpload(request, 'fichier', reading());
		expect(read.refused?.rule).toBe('file-missing');
		expect(read.fields.get('piece')).toBe('passport');
	});

	it('is read to its end although the file is refused in the middle', async () => {
		let pulled = 0;
		const whole = new Uint8Array(
			await form(['fichier', photo(3_000_000)], ['piece', 'x']).arrayBuffer()
		);
		const boundary = Buffer.from(whole.subarray(2, 200)).toString('latin1').split('\r\n')[0]!;
		const body = new ReadableStream<Uint8Array>({
			pull(controller) {
				if (pulled >= whole.length) return controller.close();
				controller.enqueue(whole.subarray(pulled, (pulled += 50_000)));
			}
		});
		const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
		const request = new Request('http://localhost/', {
			method: 'POST',
			body,
			headers,
			duplex: 'half'
		} as RequestInit);
		await expect(readUpload(request, 'fichier', reading(100_000))).resolves.toMatchObject({
			refused: { rule: 'file-too-large' }
		});
		expect(pulled).toBeGreaterThanOrEqual(whole.length);
	});
});

describe('a body that is not a whole form', () => {
	const post = (body: BodyInit, type: string) =>
		new Request('http://localhost/', {
			method: 'POST',
			body,
			headers: { 'content-type': type },
			duplex: 'half'
		} as RequestInit);

	it('of another kind has no file', async () => {
		await expect(
			readUpload(post('a=b', 'application/x-www-form-urlencoded'), 'fichier', reading())
		).resolves.toMatchObject({ refused: { rule: 'file-missing' } });
	});

	it.each([
		['without a boundary', 'x', 'multipart/form-data'],
		[
			'cut in the middle of the file',
			'--b\r\nContent-Disposition: form-data; name="fichier"; filename="a.jpg"\r\n\r\nabc',
			'multipart/form-data; boundary=b'
		],
		['that is no form at all', 'hello', 'multipart/form-data; boundary=b']
	])('%s is refused', async (_how, body, type) => {
		await expect(readUpload(post(body, type), 'fichier', reading())).resolves.toMatchObject({
			refused: { rule: 'file-interrupted' }
		});
	});

	const START =
		'--b\r\nContent-Disposition: form-data; name="fichier"; filename="a.jpg"\r\n\r\nabc';

	it('whose connection is lost tells the one who takes the file', async () => {
		const lose = Promise.withResolvers<void>();
		const body = new ReadableStream<Uint8Array>({
			start: (controller) => controller.enqueue(Buffer.from(`${START}${'x'.repeat(100_000)}`)),
			pull: () => lose.promise
		});
		let told: unknown;
		const taking = readUpload(
			post(body, 'multipart/form-data; boundary=b'),
			'fichier',
			async (file) => {
				try {
					for await (const part of file.body)
						if (part.length > 0) lose.reject(new Error('aborted'));
				} catch (error) {
					told = error;
				}
			}
		);
		await expect(taking).resolves.toMatchObject({ refused: { rule: 'file-interrupted' } });
		expect(told).toMatchObject({ rule: 'file-interrupted' });
	});

	it("over the server's own limit is too large", async () => {
		const limit = Object.assign(new Error('limit'), { status: 413 });
		const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(limit) });
		const request = post(body, 'multipart/form-data; boundary=b');
		await expect(readUpload(request, 'fichier', reading())).resolves.toMatchObject({
			refused: { rule: 'file-too-large' }
		});
	});
});
