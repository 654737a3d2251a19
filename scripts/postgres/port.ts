import { createServer } from 'node:net';

/** A TCP port of this machine nobody listens on. */
export async function freePort(): Promise<number> {
	const port = await listen(0);
	if (port === undefined) throw new Error('No free TCP port.');
	return port;
}

/** Whether a TCP port can be had. */
export const isFree = async (port: number) => (await listen(port)) !== undefined;

function listen(port: number): Promise<number | undefined> {
	return new Promise((done) => {
		const probe = createServer();
		probe.once('error', () => done(undefined));
		probe.listen(port, '127.0.0.1', () => {
			const address = probe.address();
			const found = address !== null && typeof address === 'object' ? address.port : undefined;
			probe.close(() => done(found));
		});
	});
}
