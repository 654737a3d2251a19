import { hash } from 'node:crypto';
import { eq, lte, or, sql } from 'drizzle-orm';
import { SESSION_MINUTES, type Device } from '../../domain/accounts/devices.ts';
import { now } from '../clock.ts';
import { session } from '../db/schema/accounts.ts';
import { fromMachineDate, toMachineDate } from './machine-clock.ts';
import type { SessionOwner, SessionStore } from './session-store.ts';

const OWNERS = {
	applicant: session.applicantAccountId,
	staff: session.staffAccountId,
	helper: session.helperAccountId
};

type StoredSession = {
	id: string;
	userId: string;
	expiresAt: Date;
	attributes: { device: Device };
};
type StoredUser = { id: string; attributes: SessionOwner };

/** What the table knows of a session's secret: the secret itself is in the cookie and nowhere else. */
export function hashedSessionId(secret: string): string {
	return hash('sha256', secret);
}

/**
 * Lucia's door to our table. The library hands over the cookie's secret; only its SHA-256 is
 * stored and searched for. The library reads the machine's clock (Date.now), the application its own: moments are
 * translated at this edge, both ways, so that Lucia's "is it expired, is it half used" follow our clock.
 */
export class SessionAdapter {
	readonly #store: SessionStore;

	constructor(store: SessionStore) {
		this.#store = store;
	}

	async getSessionAndUser(secret: string): Promise<[StoredSession | null, StoredUser | null]> {
		const found = await this.#store.find(hashedSessionId(secret));
		if (!found) return [null, null];
		const { owner, userId, device, expiresAt, endsAt } = found;
		const expires = Temporal.Instant.compare(expiresAt, endsAt) < 0 ? expiresAt : endsAt;
		const stored = {
			id: secret,
			userId,
			expiresAt: toMachineDate(expires),
			attributes: { device }
		};
		return [stored, owner ? { id: userId, attributes: owner } : null];
	}

	async setSession({ id, userId, expiresAt, attributes }: StoredSession): Promise<void> {
		const [kind, accountId] = userId.split(':');
		const createdAt = now();
		const row = {
			id: hashedSessionId(id),
			applicantAccountId: kind === 'applicant' ? accountId : null,
			staffAccountId: kind === 'staff' ? accountId : null,
			helperAccountId: kind === 'helper' ? accountId : null,
			createdAt,
			expiresAt: fromMachineDate(expiresAt),
			endsAt: createdAt.add({ minutes: SESSION_MINUTES[attributes.device].most }),
			device: attributes.device,
			verifiedAt: createdAt
		};
		await this.#store.write((tx) => tx.insert(session).values(row));
	}

	/** Never past the absolute limit, which nothing moves. */
	async updateSessionExpiration(secret: string, expiresAt: Date): Promise<void> {
		const asked = fromMachineDate(expiresAt).toString();
		await this.#store.write((tx) =>
			tx
				.update(session)
				.set({ expiresAt: sql`least(${asked}::timestamptz, ${session.endsAt})` })
				.where(eq(session.id, hashedSessionId(secret)))
		);
	}

	async deleteSession(secret: string): Promise<void> {
		await this.#store.write((tx) =>
			tx.delete(session).where(eq(session.id, hashedSessionId(secret)))
		);
	}

	async deleteUserSessions(userId: string): Promise<void> {
		const [kind, accountId = ''] = userId.split(':');
		const owner = OWNERS[kind as keyof typeof OWNERS];
		await this.#store.write((tx) => tx.delete(session).where(eq(owner, accountId)));
	}

	async deleteExpiredSessions(): Promise<void> {
		const at = now();
		await this.#store.write((tx) =>
			tx.delete(session).where(or(lte(session.expiresAt, at), lte(session.endsAt, at)))
		);
	}

	/** Lucia would want secrets here, and those are not known. */
	getUserSessions(): Promise<StoredSession[]> {
		return Promise.reject(new Error('The secrets of sessions are not stored.'));
	}
}
