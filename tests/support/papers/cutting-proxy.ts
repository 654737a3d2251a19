import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** What the proxy does to what the phone sends. */
type Line = {
	/** Bytes of a connection after which it dies; Infinity for a good line. */
	cutAfter: number;
	/** While true nothing passes, and connections stay open: a dead spot. */
	still: boolean;
};

/** A good mobile network: faster, the bytes under way when a line is cut would be all there is to measure. */
const BYTES_A_MILLISECOND = 2_000;

export type CuttingProxy = {
	server: string;
	line: Line;
	/** Bytes that the phone sent through it. */
	sent: () => number;
	cuts: () => number;
	close: () => Promise<void>;
};

/**
 * A forward proxy between the browser and the application, as a bad mobile network is one: each connection that has
 * carried so many bytes up is cut without a word. Give it to a browser context as `proxy`.
 */
export async function cuttingProxy(): Promise<CuttingProxy> {
	const line: Line = { cutAfter: Infinity, still: false };
	const counted = { sent: 0, cuts: 0 };
	const open = new Set<Socket>();
	const server = createServer((phone) => {
		open.add(phone);
		phone.once('close', () => open.delete(phone));
		phone.once('data', (head: Buffer) => {
			const request = /^(\S+) http:\/\/([^/:]+):(\d+)(\S*) /.exec(head.toString('latin1'));
			if (!request) return phone.destroy();
			const far = connect(Number(request[3]), request[2]);
			let up = 0;
			const forward = (bytes: Buffer) => {
				counted.sent += bytes.length;
				up += bytes.length;
				if (line.still) return;
				far.write(bytes);
				phone.pause();
				setTimeout(() => phone.resume(), bytes.length / BYTES_A_MILLISECOND);
				if (up > line.cutAfter) {
					counted.cuts += 1;
					far.end();
					phone.resetAndDestroy();
				}
			};
			// One request a connection, so that only this first line has to be put in the form of a server.
			const direct = head
				.toString('latin1')
				.replace(/^(\S+) http:\/\/[^/]+/, '$1 ')
				.replace(/\r\n(proxy-)?connection: [^\r]*/gi, '')
				.replace('\r\n', '\r\nconnection: close\r\n');
			forward(Buffer.from(direct, 'latin1'));
			phone.on('data', forward);
			far.on('data', (bytes) => void (line.still || phone.write(bytes)));
			for (const side of [phone, far]) side.on('error', () => undefined);
			far.once('close', () => phone.destroy());
			phone.once('close', () => far.end());
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const close = async () => {
		for (const socket of open) socket.destroy();
		server.close();
		await once(server, 'close');
	};
	return {
		server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		line,
		sent: () => counted.sent,
		cuts: () => counted.cuts,
		close
	};
}
