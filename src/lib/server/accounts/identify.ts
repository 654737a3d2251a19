import type { Cookies } from '@sveltejs/kit';
import { VISITOR, type Actor } from '../../domain/accounts/actor.ts';
import { useSession } from './lucia.ts';
import { clearSessionCookie, readSessionCookie } from './session-cookie.ts';
import type { SessionOwner } from './session-store.ts';

export type Identity = { actor: Actor; session: SessionView | null };

const NOBODY: Identity = { actor: VISITOR, session: null };

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
		const { accountId, applicationId, firstName } = owner;
		return {
			actor: { kind: 'applicant', accountId, applicationId },
			session: { kind: 'applicant', label: firstName ?? '' }
		};
	}
	const { kind: _kind, ...agent } = owner;
	return { actor: { kind: 'agent', ...agent }, session: { kind: 'agent', label: agent.name } };
}
