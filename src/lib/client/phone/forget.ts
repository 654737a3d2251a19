/** Whose card is kept here: a tag that says nothing of who they are. */
export const CARD_MARK = 'carte';
/** What a tab keeps of forms, and of what waits for the network, under this beginning, with whose it is. */
export const TAB_PREFIX = 'forme:';

/** Whether this tab keeps something of a form. */
export function holdsSomething(): boolean {
	try {
		return Object.keys(sessionStorage).some((key) => key.startsWith(TAB_PREFIX));
	} catch {
		return false;
	}
}

export async function forgetCard(): Promise<void> {
	localStorage.removeItem(CARD_MARK);
	await new Promise<void>((done) => {
		const removing = indexedDB.deleteDatabase('carte');
		removing.onsuccess = removing.onerror = removing.onblocked = () => done();
	});
}

/**
 * Everything kept here of anybody but who is signed in goes: when nobody is (a session that is over), and when it is
 * somebody else.
 * @param person tag of who is signed in, as this page says it
 */
export function forgetOthers(person: string): void {
	try {
		const card = localStorage.getItem(CARD_MARK);
		if (card && card !== person) void forgetCard();
		for (const key of Object.keys(sessionStorage)) {
			if (key.startsWith(TAB_PREFIX) && !key.startsWith(`${TAB_PREFIX}${person}:`)) {
				sessionStorage.removeItem(key);
			}
		}
	} catch {
		// Without the right to store there is nothing to forget.
	}
}
