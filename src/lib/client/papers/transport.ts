/** One HTTP request of a sending, as far as this needs it. */
export type Ask = {
	method: 'POST' | 'PATCH' | 'HEAD';
	address: string;
	headers: Readonly<Record<string, string>>;
	body?: Blob;
	/** Bytes of the body that left the phone so far. */
	onSent?: (bytes: number) => void;
	/** Ends the request: the person removed the page. */
	signal?: AbortSignal;
};
export type Answer = { status: number; header: (name: string) => string | null; text: string };
export type Transport = (ask: Ask) => Promise<Answer>;

/** The connection was lost, or nothing moved for too long: worth trying again. */
export class Lost extends Error {
	override readonly name = 'Lost';
}

/** A phone that changed cells often keeps a dead connection open for minutes. */
const STILL_MS = 20_000;

/** Asks with XMLHttpRequest: fetch does not say how much of a body has left. */
export const ask: Transport = ({ method, address, headers, body, onSent, signal }) =>
	new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		let alarm = setTimeout(() => request.abort(), STILL_MS);
		const moved = () => {
			clearTimeout(alarm);
			alarm = setTimeout(() => request.abort(), STILL_MS);
		};
		const settle = (then: () => void) => () => {
			clearTimeout(alarm);
			then();
		};
		request.upload.onprogress = ({ loaded }) => {
			moved();
			onSent?.(loaded);
		};
		request.upload.onload = moved;
		request.onload = settle(() =>
			resolve({
				status: request.status,
				header: (name) => request.getResponseHeader(name),
				text: request.responseText
			})
		);
		request.onerror = settle(() => reject(new Lost()));
		request.onabort = settle(() => reject(signal?.aborted ? signal.reason : new Lost()));
		signal?.addEventListener('abort', () => request.abort(), { once: true });
		request.open(method, address);
		for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
		request.send(body ?? null);
	});
