import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { WORKSHOP_LIMITS } from '../../../domain/documents/page-limits.ts';
import { startConfined, type Confined } from './confine.ts';
import { readFrames } from './frames.ts';
import { Trouble } from './trouble.ts';

export type PagePicture = { width: number; height: number; bytes: Buffer };

/** The workshop itself does not run here: nothing is said of the file, which waits. */
export class WorkshopFailed extends Error {
	override readonly name = 'WorkshopFailed';
}

/**
 * Gives a file to the workshop, a process of its own with limits, and its pages as they are drawn, one in memory at a
 * time. Ends the process however it is left.
 *
 * @param type the media type, already judged from the file's first bytes
 * @throws Trouble when the file cannot be used: what the workshop says of it, `too-heavy` when it went over its limits,
 * `damaged` when it brought the workshop down; WorkshopFailed when the workshop never stood
 */
export async function* runWorkshop(
	type: string,
	body: AsyncIterable<Uint8Array>
): AsyncGenerator<PagePicture> {
	const child = startConfined(type);
	const watch = watchOver(child);
	const exited = once(child, 'exit').catch(() => [null, null]);
	// It may end before it has read everything; what it says then counts.
	const feeding = pipeline(Readable.from(body), child.stdin).catch((error: unknown) => error);
	let [ready, done] = [false, false];
	try {
		for await (const { frame, picture } of readFrames(child.stdout)) {
			if ('ready' in frame) ready = true;
			if ('trouble' in frame) throw new Trouble(frame.trouble);
			if ('page' in frame) {
				yield { width: frame.page.width, height: frame.page.height, bytes: picture };
			}
			if ('pages' in frame) done = true;
		}
		if (!done) throw new Error('the workshop said no last word');
	} catch (error) {
		if (error instanceof Trouble) throw error;
		throw ready ? await causeOf(watch, exited, feeding) : new WorkshopFailed();
	} finally {
		watch.end();
		child.kill('SIGKILL');
		await exited;
	}
}

/** Why the workshop fell silent: our own source of bytes failed, a limit, or the file. */
async function causeOf(
	watch: { over: boolean },
	exited: Promise<unknown[]>,
	feeding: Promise<unknown>
): Promise<unknown> {
	const [, signal] = await exited;
	if (watch.over || signal === 'SIGXCPU' || signal === 'SIGKILL' || signal === 'SIGABRT') {
		return new Trouble('too-heavy');
	}
	const fed = await feeding;
	const ours = fed instanceof Error && !('code' in fed && fed.code === 'EPIPE');
	return ours ? fed : new Trouble('damaged');
}

/** Ends a workshop that takes too long or too much memory. Processor time is the system's business (confine.ts). */
function watchOver(child: Confined) {
	const began = performance.now();
	const watch = { over: false, end: () => clearInterval(timer) };
	const timer = setInterval(() => void look(), 200);
	async function look() {
		const late = performance.now() - began > WORKSHOP_LIMITS.wallSeconds * 1_000;
		if (!late && (await residentBytes(child.pid)) <= WORKSHOP_LIMITS.memoryBytes) return;
		watch.over = true;
		child.kill('SIGKILL');
	}
	return watch;
}

const PAGE_BYTES = 4_096;

/** 0 where the system has no /proc: the address space is limited all the same. */
async function residentBytes(pid: number | undefined): Promise<number> {
	try {
		const statm = await readFile(`/proc/${pid}/statm`, 'utf8');
		return Number(statm.split(' ')[1]) * PAGE_BYTES;
	} catch {
		return 0;
	}
}
