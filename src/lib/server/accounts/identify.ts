import type { Cookies } from '@sveltejs/kit';
import { VISITOR, type Actor, type HeldMandate } from '../../domain/accounts/actor.ts';
import { useSession } from './lucia.ts';
import { clearSessionCookie, readSessionCookie } from './session-cookie.ts';
import { personTag } from './person-tag.ts';
import type { SessionOwner } from './session-store.ts';

export type Identity = {
	actor: Actor;
	session: SessionView | null;
	/** The requests that a helper may act for at this moment. */
	mandates: readonly HeldMandate[];
};

const NOBODY: Identity = { actor: VISITOR, session: null, mandates: [] };

/**
 * Who a request comes from, by its session cookie alone. Pushes the idle limit; takes back a cookie that is no longer
 * good. Without a cookie the database is not asked.
 */
export async function identify(cookies: Pick<Cookies, 'get' | 'delete'>): Promise<Identity> {
	const secret = readSessionCookie(cookies);
	if (secret === null) return NOBODY;
	const owner = secret === 'malformed' ? null : await useSession(secret);
	if (owner) return identityOf(owner);
	clearSessionCookie(cookies);
	return NOBODY;
}

function identityOf(owner: SessionOwner): Identity {
	if (owner.kind === 'applicant') {
		const { accountId, applicationId, firstName, device, verifiedAt } = owner;
		const phone = { device, verifiedAt, person: personTag(accountId) };
		return {
			actor: { kind: 'applicant', accountId, applicationId },
			session: { kind: 'applicant', label: firstName ?? '', phone },
			mandates: []
		};
	}
	if (owner.kind === 'helper') return helperIdentity(owner);
	const { kind: _kind, ...agent } = owner;
	const session = { kind: 'agent' as const, label: agent.name };
	return { actor: { kind: 'agent', ...agent }, session, mandates: [] };
}

/** For nobody yet: for whom, the address of the page says (hooks/identify.ts). */
function helperIdentity(owner: Extract<SessionOwner, { kind: 'helper' }>): Identity {
	const { accountId, name, mandates } = owner;
	return {
		actor: { kind: 'helper', accountId, name, mandate: null },
		session: { kind: 'helper', label: name },
		mandates
	};
}
