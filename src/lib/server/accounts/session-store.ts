import { system, type Agent, type HeldMandate } from '../../domain/accounts/actor.ts';
import type { Device } from '../../domain/accounts/devices.ts';
import { now } from '../clock.ts';
import { ask } from '../db/transaction.ts';
import { question, unitOfWork, type Tx } from '../db/unit-of-work.ts';

/** Whose session it is, with what every request needs to know of them. */
export type SessionOwner =
	| {
			kind: 'applicant';
			accountId: string;
			applicationId: string;
			firstName: string | null;
			device: Device;
			/** When the password was last given. */
			verifiedAt: Temporal.Instant;
	  }
	| ({ kind: 'staff' } & Omit<Agent, 'kind'>)
	/** With every mandate that runs at this moment: one that was stopped is not there any more. */
	| { kind: 'helper'; accountId: string; name: string; mandates: HeldMandate[] };

export type KnownSession = {
	expiresAt: Temporal.Instant;
	endsAt: Temporal.Instant;
	userId: string;
	device: Device;
	/** Null when the account may no longer be used. */
	owner: SessionOwner | null;
};

/** Where sessions are kept. */
export type SessionStore = {
	/** By the hash of its secret, whether or not it is still good. */
	find(hashedId: string): Promise<KnownSession | null>;
	write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
};

/** In a transaction that does other things too. */
export function within(tx: Tx): SessionStore {
	return {
		find: async (hashedId) =>
			knownSession(await ask<Row>(tx, SESSION, [hashedId, now().toString()])),
		write: (work) => work(tx)
	};
}

/** For a request that only says who it comes from: asked in one trip, written to once a minute at most. */
export const SESSIONS: SessionStore = {
	find: async (hashedId) =>
		knownSession(await question<Row>(SESSION, [hashedId, now().toString()])),
	write: (work) => unitOfWork(system('identify'), work)
};

type StoredMandate = Omit<HeldMandate, 'endsAt'> & { endsAt: string };

type Row = {
	expiresAt: string;
	endsAt: string;
	device: Device;
	verifiedAt: string;
	accountId: string | null;
	applicationId: string | null;
	firstName: string | null;
	helper: { id: string; name: string; mandates: StoredMandate[] | null } | null;
	staff: (Omit<Agent, 'kind'> & { active: boolean; counterIds: string[] | null }) | null;
};

function knownSession([row]: readonly Row[]): KnownSession | null {
	if (!row) return null;
	const [expiresAt, endsAt] = [row.expiresAt, row.endsAt].map((text) =>
		Temporal.Instant.from(text)
	);
	return { expiresAt: expiresAt!, endsAt: endsAt!, device: row.device, ...ownerOf(row) };
}

function ownerOf({ accountId, applicationId, firstName, staff, helper, ...row }: Row) {
	if (accountId && applicationId) {
		const verifiedAt = Temporal.Instant.from(row.verifiedAt);
		const known = { accountId, applicationId, firstName, device: row.device, verifiedAt };
		const owner = { kind: 'applicant', ...known } as const;
		return { userId: `applicant:${accountId}`, owner };
	}
	if (helper) {
		const { id, name, mandates } = helper;
		const owner = { kind: 'helper', accountId: id, name, mandates: held(mandates ?? []) } as const;
		return { userId: `helper:${id}`, owner };
	}
	if (!staff) return { userId: '', owner: null };
	const { active, ...known } = staff;
	const owner = { kind: 'staff', ...known, counterIds: staff.counterIds ?? [] } as const;
	return { userId: `staff:${staff.staffId}`, owner: active ? owner : null };
}

function held(mandates: readonly StoredMandate[]): HeldMandate[] {
	return mandates.map((each) => ({ ...each, endsAt: Temporal.Instant.from(each.endsAt) }));
}

/** The counters of the staff member are those assigned, or all of them for a head of service. */
const SESSION = `
select session.expires_at::text "expiresAt", session.ends_at::text "endsAt",
	session.device, coalesce(session.verified_at, session.created_at)::text "verifiedAt",
	session.applicant_account_id "accountId", account.application_id "applicationId",
	(select first_name from person
		where person.application_id = account.application_id and role = 'applicant' order by position limit 1) "firstName",
	case when staff.id is not null then json_build_object(
		'staffId', staff.id, 'name', staff.name, 'role', staff.role, 'active', staff.active,
		'readsSensitive', staff.reads_sensitive, 'counterIds', case staff.role
			when 'head' then (select json_agg(id order by id) from counter)
			else (select json_agg(counter_id order by counter_id) from staff_counter where staff_id = staff.id) end) end staff,
	case when helper.id is not null then json_build_object(
		'id', helper.id, 'name', helper.name, 'mandates', (
			select json_agg(json_build_object('id', mandate.id, 'applicationId', mandate.application_id,
				'rights', mandate.rights, 'endsAt', mandate.ends_at) order by mandate.id)
			from helper_mandate mandate
			where mandate.account_id = helper.id and mandate.accepted_at <= $2
				and mandate.declined_at is null and mandate.stopped_at is null and mandate.ends_at > $2)) end helper
from session
left join applicant_account account on account.id = session.applicant_account_id
left join staff_account staff on staff.id = session.staff_account_id
left join helper_account helper on helper.id = session.helper_account_id
where session.id = $1`;
