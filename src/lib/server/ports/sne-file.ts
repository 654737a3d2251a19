import { FILE_TYPES, isCodeOf } from '../../domain/applications/codes.ts';
import type { FileType } from '../../domain/applications/codes.ts';
import type { SneHeader, SneRequest } from '../../domain/applications/sne-request.ts';
import { readUniqueNumber } from '../../domain/applications/unique-number.ts';
import { LeftOutList, SneCursor } from './sne-file-cursor.ts';
import { readCurrentHousing, readMotives, readWanted } from './sne-file-housing.ts';
import {
	readAdult,
	readChildInCustody,
	readCoapplicant,
	readDependant,
	readUnborn
} from './sne-file-persons.ts';
import { SneFileRefused } from './sne-file-refused.ts';
import { decodeSneFile } from './sne-file-text.ts';
import { isoDay, plainText } from './sne-file-values.ts';
import { parseSneXml } from './sne-file-xml.ts';
import type { SneNode } from './sne-file-xml.ts';

/** Versions whose public description this reader follows. Others are read too, and noted. */
const KNOWN_VERSIONS = ['02.00', '02.01'];

/**
 * Reads a request in the national register's format (interface 02.00 and 02.01), whatever its prefix and
 * with any block missing. Lists what it did not take; touches nothing but its input.
 * @throws SneFileRefused with a named reason and one French line that says what to do.
 */
export function readSneFile(bytes: Uint8Array): SneRequest {
	const tree = parseSneXml(decodeSneFile(bytes));
	const leftOut = new LeftOutList();
	const root = new SneCursor(tree, '', leftOut);
	const request = onlyRequest(root);
	const people = request.child('personnePhysique');
	const applicant = people.child('demandeur');
	if (!applicant.exists) throw new SneFileRefused('no-person');
	const read = {
		header: readHeader(root, leftOut),
		uniqueNumber: requiredNumber(request),
		counterCode: request.value('numGuichet', counterCode),
		createdOn: requiredCreationDay(request),
		applicant: readAdult(applicant),
		coapplicants: items(people, 'listeCotitulaire', 'cotitulaire').map(readCoapplicant),
		dependants: items(people, 'listePersonneACharge', 'personneACharge').map(readDependant),
		inCustody: items(people, 'listePersonneEnGarde', 'personneEnGarde').map(readChildInCustody),
		unborn: readUnborn(people.child('personneANaitre')),
		currentHousing: readCurrentHousing(housingOf(request, people)),
		wanted: readWanted(request.child('logementRecherche')),
		motives: readMotives(request)
	};
	noteUnread(tree, '', leftOut);
	return { ...read, leftOut: leftOut.list() };
}

/** One file, one request: reading the first of several would lose people without a word. */
function onlyRequest(root: SneCursor): SneCursor {
	const requests = root.children('demande').flatMap((at) => at.children('demandeLogement'));
	if (requests.length > 1) throw new SneFileRefused('several-requests');
	const request = requests[0];
	if (request === undefined) throw new SneFileRefused('no-request');
	return request;
}

function readHeader(root: SneCursor, leftOut: LeftOutList): SneHeader {
	const version = root.attribute('versionInterface', plainText);
	if (version !== null && !KNOWN_VERSIONS.includes(version)) {
		leftOut.add('@versionInterface', 'unknown-code');
	}
	const header = root.child('entete');
	const type = header.child('typeFichier');
	const raw = type.text();
	if (raw !== '' && !isCodeOf(FILE_TYPES, raw)) type.note('unknown-code');
	return {
		interfaceVersion: version,
		fileType: isCodeOf<FileType>(FILE_TYPES, raw) ? raw : null,
		fileDate: header.value('dateFichier', isoDay)
	};
}

function requiredNumber(request: SneCursor): string {
	const reading = readUniqueNumber(request.child('numUnique').text());
	if (reading.ok) return reading.number;
	throw new SneFileRefused(reading.reason === 'empty' ? 'no-number' : 'bad-number');
}

function requiredCreationDay(request: SneCursor): string {
	const at = request.child('dateCreationDemande');
	const raw = at.text();
	if (raw === '') throw new SneFileRefused('no-creation-date');
	const day = isoDay(raw);
	if (day === null) throw new SneFileRefused('bad-date', at.path);
	return day;
}

function counterCode(raw: string): string | null {
	return /^[A-Z0-9]{1,10}$/i.test(raw) ? raw.toUpperCase() : null;
}

/** The present home: among the people in the files seen, beside them in others. */
function housingOf(request: SneCursor, people: SneCursor): SneCursor {
	const among = people.child('logementActuel');
	return among.exists ? among : request.child('logementActuel');
}

function items(at: SneCursor, list: string, name: string): SneCursor[] {
	return at.child(list).children(name);
}

/** Whatever no reader has used: the element with all it holds, or the attribute. Paths only, never values. */
function noteUnread(node: SneNode, path: string, leftOut: LeftOutList): void {
	for (const name of node.attributes.keys()) {
		if (!node.takenAttributes.has(name)) leftOut.add(`${path}@${name}`, 'unknown-attribute');
	}
	for (const child of node.children) {
		const childPath = path === '' ? child.name : `${path}/${child.name}`;
		if (child.taken) noteUnread(child, childPath, leftOut);
		else leftOut.add(childPath, 'unknown-element');
	}
}
