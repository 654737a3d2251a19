import { crc32, deflateSync } from 'node:zlib';

/** A real PNG of 64 × 64 grey points, different each time (the same bytes twice would be the same paper). */
export function aPicture(): Buffer {
	const side = 64;
	const rows = Buffer.alloc(side * (side + 1));
	for (let at = 0; at < rows.length; at += 1) {
		rows[at] = at % (side + 1) === 0 ? 0 : Math.trunc(Math.random() * 256);
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(side, 0);
	header.writeUInt32BE(side, 4);
	header.set([8, 0, 0, 0, 0], 8);
	const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0))
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	const sum = Buffer.alloc(4);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
}
