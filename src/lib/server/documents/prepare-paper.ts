import type { Actor } from '../../domain/accounts/actor.ts';
import type { PaperTrouble, WaitingReason } from '../../domain/documents/paper-codes.ts';
import { troubleFound } from '../../domain/documents/scanning.ts';
import type { Antivirus } from '../ports/antivirus.ts';
import type { Claimed } from './claim-preparation.ts';
import type { Within } from './deliver-paper.ts';
import { filesToDraw, restUntilSent, type FileToDraw } from './files-to-draw.ts';
import { holdPaper } from './hold-paper.ts';
import { imagePdf } from './image-pdf.ts';
import { keepClean, readyToBind, type PageToBind } from './keep-clean.ts';
import { keepPages, type NewPage } from './keep-pages.ts';
import { refuseContent } from './refuse-content.ts';
import { openObject, removeKept, sealObject } from './sealed-objects.ts';
import type { Vault } from './vault.ts';
import { waiverInForce } from './waiver-in-force.ts';
import { WorkshopFailed, type PagePicture } from './workshop/run-workshop.ts';
import { Trouble } from './workshop/trouble.ts';

/** What it takes to prepare papers; tests give their own. */
export type Tools = {
	vault: Vault;
	antivirus: Antivirus;
	/** Draws the pages of one file (run-workshop.ts). */
	draw: (type: string, body: AsyncIterable<Uint8Array>) => AsyncGenerator<PagePicture>;
	within: Within;
};

/** `ready` to be looked at; `drawn`, a draft whose pages are there; `refused`; or why it waits. */
export type Prepared = 'ready' | 'drawn' | 'refused' | WaitingReason;

type Judged =
	{ verdict: 'clean' | 'unscanned_accepted' } | { trouble: PaperTrouble } | { why: WaitingReason };

/**
 * Prepares one paper: each file is scanned, then drawn as pages in a process of its own, and gives way to them; then
 * the pages are bound into the one file that may leave. Every step is a short transaction and may be the last one
 * before a crash: what is done stays done, what is not is done again when the lease is over.
 */
export async function preparePaper(
	tools: Tools,
	actor: Actor,
	claimed: Claimed
): Promise<Prepared> {
	const { within } = tools;
	const hold = async (why: WaitingReason) => {
		await within((tx) => holdPaper(tx, actor, { ...claimed, why }));
		return why;
	};
	let refused = false;
	for (const file of await within((tx) => filesToDraw(tx, claimed.paperId))) {
		const judged = await judge(tools, file);
		if ('why' in judged) return hold(judged.why);
		const trouble =
			'trouble' in judged ? judged.trouble : await drawn(tools, actor, file, judged.verdict);
		if (trouble === 'workshop-failed') return hold(trouble);
		if (trouble === null) continue;
		refused = true;
		const { id: fileId } = file;
		const dropped = await within((tx) => refuseContent(tx, actor, { fileId, trouble }));
		await removeKept(tools.vault.store, dropped);
	}
	const pages = await within((tx) => readyToBind(tx, claimed.paperId));
	if (pages) return (await bind(tools, actor, claimed, pages)) ? 'ready' : 'drawn';
	await within((tx) => restUntilSent(tx, actor, claimed));
	return refused ? 'refused' : 'drawn';
}

/** Clean, infected, or no verdict: then the file waits, save where the site has accepted in writing to have none. */
async function judge({ vault, antivirus, within }: Tools, file: FileToDraw): Promise<Judged> {
	const answer = await antivirus.scan(openObject(vault, file.object));
	if (answer.verdict === 'clean') return { verdict: 'clean' };
	if (answer.verdict === 'found') return { trouble: troubleFound(answer.signature) };
	// An antivirus that is away is no antivirus that was never there: the waiver is not for its failures.
	const waived = answer.why === 'no-antivirus' && (await within(waiverInForce));
	return waived ? { verdict: 'unscanned_accepted' } : { why: answer.why };
}

/** @returns what is wrong with the file; null when its pages are kept, or when it went away meanwhile */
async function drawn(
	tools: Tools,
	actor: Actor,
	file: FileToDraw,
	verdict: 'clean' | 'unscanned_accepted'
): Promise<PaperTrouble | 'workshop-failed' | null> {
	const { vault, within } = tools;
	const pages: NewPage[] = [];
	try {
		for await (const picture of tools.draw(file.mediaType, openObject(vault, file.object))) {
			const { width, height, bytes } = picture;
			pages.push({ object: await sealObject(vault, file, 'page', once(bytes)), width, height });
		}
		const input = { ...file, fileId: file.id, madeFrom: file.object.id, verdict, pages };
		const dropped = await within((tx) => keepPages(tx, actor, { ...input, store: vault.store }));
		await removeKept(vault.store, dropped ?? []);
		return null;
	} catch (error) {
		if (error instanceof Trouble) return error.trouble;
		if (error instanceof WorkshopFailed) return 'workshop-failed';
		throw error;
	} finally {
		// Only what was not promoted is still there.
		for (const { object } of pages) await vault.store.remove('incoming', object.storageKey);
	}
}

async function bind(
	{ vault, within }: Tools,
	actor: Actor,
	{ paperId, applicationId }: Claimed,
	made: readonly PageToBind[]
): Promise<boolean> {
	const pages = made.map(({ object, ...page }) => ({
		...page,
		byteSize: object.byteSize,
		open: () => openObject(vault, object)
	}));
	const object = await sealObject(vault, { paperId, applicationId }, 'clean', imagePdf(pages));
	try {
		const input = { paperId, made, object, store: vault.store };
		const dropped = await within((tx) => keepClean(tx, actor, input));
		await removeKept(vault.store, dropped ?? []);
		return dropped !== null;
	} finally {
		await vault.store.remove('incoming', object.storageKey);
	}
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}
