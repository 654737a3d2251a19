import { generateIdFromEntropySize, Lucia, TimeSpan } from 'lucia';
import { SESSION_MINUTES, type Device } from '../../domain/accounts/devices.ts';
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

/** A session used again within this time is not written anew: one write a minute at most. */
const REFRESH_SECONDS = 60;
const SECRET_BYTES = 32;

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof open>['lucia'];
		DatabaseSessionAttributes: { device: Device };
		DatabaseUserAttributes: SessionOwner;
	}
}

/** @param seconds idle limit of a session that is opened here */
function open(store: SessionStore, seconds: number) {
	const adapter = new SessionAdapter(store);
	const lucia = new Lucia(adapter, {
		sessionExpiresIn: new TimeSpan(seconds, 's'),
		getUserAttributes: (owner: SessionOwner) => ({ owner })
	});
	return { adapter, lucia };
}

/**
 * For requests that only say who they come from. Lucia would push the limit by itself once half of it is used, by one
 * length for everybody; with a second it never does, and the push below is the only one.
 */
const standing = open(SESSIONS, 1);

/**
 * Who a session belongs to, and its idle limit pushed as far as its device allows (domain/accounts/devices.ts).
 * @returns null when it is unknown, past either limit, or its account is closed
 */
export async function useSession(secret: string): Promise<SessionOwner | null> {
	const { adapter, lucia } = standing;
	const { session, user } = await lucia.validateSession(secret);
	if (!session) return null;
	const device = user.owner.kind === 'applicant' ? user.owner.device : 'ordinary';
	const idleLimit = now().add({ minutes: SESSION_MINUTES[device].idle });
	const behind = idleLimit.since(fromMachineDate(session.expiresAt)).total('seconds');
	if (behind > REFRESH_SECONDS) {
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
	previousSecret: string | null,
	device: Device = 'ordinary'
): Promise<string> {
	const { lucia } = open(within(tx), SESSION_MINUTES[device].idle * 60);
	if (previousSecret) await lucia.invalidateSession(previousSecret);
	const sessionId = generateIdFromEntropySize(SECRET_BYTES);
	await lucia.createSession(userId, { device }, { sessionId });
	return sessionId;
}

/** Ends one session. An unknown one is no error: the result is the same. */
export async function endSession(tx: Tx, secret: string): Promise<void> {
	await open(within(tx), 1).lucia.invalidateSession(secret);
}

/** Ends every session of an account, on every device. */
export async function endAllSessions(tx: Tx, userId: SessionUser): Promise<void> {
	await open(within(tx), 1).lucia.invalidateUserSessions(userId);
}

/** Deletes sessions past either limit. */
export async function deleteExpiredSessions(tx: Tx): Promise<void> {
	await open(within(tx), 1).lucia.deleteExpiredSessions();
}
