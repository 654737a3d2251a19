import { generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia';
import { now } from '../clock.ts';
import type { Tx } from '../db/unit-of-work.ts';
import { fromMachineDate, toMachineDate } from './machine-clock.ts';
import { SessionAdapter } from './session-adapter.ts';
import { SESSIONS, within, type SessionOwner, type SessionStore } from './session-store.ts';

/*
 * The only file that knows Lucia (docs/decisions: kept because chosen, confined because no longer developed).
 * Its password hashing and its cookies are not used.
 */

/** An account of one of the three kinds. */
export type SessionUser = `${'applicant' | 'staff' | 'helper'}:${string}`;

const IDLE_MINUTES = 30;
/** A session used again within this time is not written anew: one write a minute at most. */
const REFRESH_SECONDS = 60;
const SECRET_BYTES = 32;

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof open>['lucia'];
		DatabaseUserAttributes: SessionOwner;
	}
}

function open(store: SessionStore) {
	const adapter = new SessionAdapter(store);
	const lucia = new Lucia(adapter, {
		sessionExpiresIn: new TimeSpan(IDLE_MINUTES, 'm'),
		getUserAttributes: (owner: SessionOwner) => ({ owner })
	});
	return { adapter, lucia };
}

/** For requests that only say who they come from. */
const standing = open(SESSIONS);

/**
 * Who a session belongs to, and its idle limit pushed to 30 minutes from now. Lucia itself pushes it only once half of
 * it is used, which would make the limit anything between 15 and 30 minutes; hence the second push.
 * @returns null when it is unknown, idle for 30 minutes, older than 8 hours, or its account is closed
 */
export async function useSession(secret: string): Promise<SessionOwner | null> {
	const { adapter, lucia } = standing;
	const { session, user } = await lucia.validateSession(secret);
	if (!session) return null;
	const idleLimit = now().add({ minutes: IDLE_MINUTES });
	const behind = idleLimit.since(fromMachineDate(session.expiresAt)).total('seconds');
	if (!session.fresh && behind > REFRESH_SECONDS) {
		await adapter.updateSessionExpiration(secret, toMachineDate(idleLimit));
	}
	return user.owner;
}

/**
 * Opens a session, always under a new secret, and ends the one the browser had (no session survives a sign-in).
 * @returns the secret for the cookie: 256 random bits, known to nobody else
 */
export async function startSession(
	tx: Tx,
	userId: SessionUser,
	previousSecret: string | null
): Promise<string> {
	const { lucia } = open(within(tx));
	if (previousSecret) await lucia.invalidateSession(previousSecret);
	const sessionId = generateIdFromEntropySize(SECRET_BYTES);
	await lucia.createSession(userId, {}, { sessionId });
	return sessionId;
}

/** Ends one session. An unknown one is no error: the result is the same. */
export async function endSession(tx: Tx, secret: string): Promise<void> {
	await open(within(tx)).lucia.invalidateSession(secret);
}

/** Ends every session of an account, on every device. */
export async function endAllSessions(tx: Tx, userId: SessionUser): Promise<void> {
	await open(within(tx)).lucia.invalidateUserSessions(userId);
}

/** Deletes sessions past either limit. */
export async function deleteExpiredSessions(tx: Tx): Promise<void> {
	await open(within(tx)).lucia.deleteExpiredSessions();
}
