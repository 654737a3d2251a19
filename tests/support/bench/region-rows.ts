/** One `insert … select` over the numbers of the requests. */
export type Statement = {
	/** Table and columns. */
	into: string;
	/** What multiplies or leaves out requests. */
	rows?: string;
	values: string;
	/** Left out where a row is there already. */
	once?: true;
};

/** Requests of the territory itself; those after it are of the region. */
const OWN = 10_000;

/** Identifiers in the order of the numbers, as `uuidv7()` would give them in the order of time. */
const id = (kind: string, number = ':n') =>
	`('01990000-${kind}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const REQUEST = id('0001');
const person = (position: string) => id('0002', `:n::bigint * 8 + ${position}`);
const account = id('0003');
const appointment = id('0004');
const paper = id('0005');

/** The same number gives the same throw. */
const die = (sides: number, salt: number) => `(abs(hashint4(:n # ${salt})) % ${sides})`;
const among = (list: string, salt: number) =>
	`(${list})[1 + ${die(1_000_000, salt)} % array_length(${list}, 1)]`;
const words = (...list: string[]) => `'{${list.join(',')}}'::text[]`;

const FIRST_NAMES = words(
	...['Aïcha', 'Camille', 'Élodie', 'Farid', 'Giulia', 'Hélène', 'Inès', 'João', 'Karim', 'Léa'],
	...['Malik', 'Noémie', 'Oksana', 'Pavel', 'Rosa', 'Salomé', 'Tomás', 'Ursula', 'Viktor', 'Zoé']
);
/** Three syllables make eight thousand names that nobody has. */
const SYLLABLES = words(
	...['ba', 'cor', 'dé', 'fa', 'gal', 'hu', 'jo', 'kem', 'lau', 'mi'],
	...['nor', 'pé', 'qui', 'ros', 'sa', 'tel', 'vau', 'wen', 'yl', 'zan']
);
const LAST_NAME = `initcap(${among(SYLLABLES, 11)} || ${among(SYLLABLES, 23)} || ${among(SYLLABLES, 37)})`;

/** INSEE codes: of the territory for the first requests, four hundred requests to a commune for the others. */
const commune = (salt: number) => `case when :n <= ${OWN}
	then (array(select insee from commune order by insee))[1 + ${die(1_000_000, salt)} % (select count(*) from commune)::int]
	else 'R' || lpad(((:n + ${salt}) / 400 % 10000)::text, 4, '0') end`;
const COUNTER = `case when :n <= ${OWN}
	then (array(select id from counter where active order by slug))[1 + ${die(1_000_000, 5)} % (select count(*) from counter where active)::int]
	else ${id('0006', '(:n / 400)::bigint')} end`;

const FILED = `(:at::date - 30 - ${die(1_500, 3)})`;
const STATE = `(${words(
	...Array.from({ length: 14 }, () => 'registered'),
	...['in_instruction', 'positioned', 'in_commission', 'struck_off', 'struck_off', 'not_granted']
)})[1 + ${die(20, 7)}]`;
const SAID = `'official', ${FILED}`;

/** Rows are written in the order of time, over three years. */
const MADE = `:at - interval '3 years' * (1 - :n / :count::float8)`;

export const REGION: readonly Statement[] = [
	{
		into: `application (id, unique_number, registering_code, filed_on, renewed_on, valid_until, state, origin, stated_on,
			created_at, updated_at)`,
		values: `${REQUEST}, '0060' || lpad(:n::text, 8, '0') || '006GEN', '006', ${FILED},
			case when :at::date - ${FILED} > 365 then :at::date - ${die(300, 9)} end,
			case when :at::date - ${FILED} > 365 then :at::date - ${die(300, 9)} + 365 else ${FILED} + 365 end,
			${STATE}::request_state, ${SAID}, :at - interval '1 day' * ${die(1_500, 3)}, :at - interval '1 minute' * ${die(700_000, 13)}`
	},
	{
		into: `person (id, application_id, role, position, last_name, first_name, birth_date, nationality, family_situation,
			phone, email, address_line, postcode, address_commune, contract, origin, stated_on)`,
		rows: `, generate_series(0, ${die(10, 17)} / 3) position`,
		values: `${person('position')}, ${REQUEST},
			(case position when 0 then 'applicant' when 1 then case when ${die(2, 19)} = 0 then 'coapplicant' else 'dependant' end
				else 'dependant' end)::household_role,
			case position when 0 then 0 when 1 then 0 else position - 1 end,
			${LAST_NAME}, (${FIRST_NAMES})[1 + (${die(1_000_000, 29)} + position * 7) % 20],
			case when position < 2 then date '1955-01-01' + ${die(18_000, 31)} else :at::date - 300 - ${die(6_000, 41)} end,
			'F', 'C', case when position = 0 then '06' || lpad((10000000 + :n)::text, 8, '0') end,
			case when position = 0 then 'personne' || :n || '@exemple.test' end, '1 rue Exemple', '06000', ${commune(43)},
			case when position < 2 then 'CDI' end, ${SAID}`
	},
	{
		into: `tax_income (person_id, year, amount_euros, origin, stated_on)`,
		rows: `, generate_series(2024, 2025) year where ${die(2, 47)} = 0`,
		values: `${person('0')}, year, 9000 + ${die(30_000, 53)}, ${SAID}`
	},
	{
		into: `resource (person_id, direction, code, monthly_cents, origin, stated_on)`,
		values: `${person('0')}, 'received', 'SAL', 90000 + ${die(200_000, 59)}, ${SAID}`
	},
	{
		into: `current_housing (application_id, model, rent_cents, occupants, origin, stated_on)`,
		values: `${REQUEST}, 'LOC', 40000 + ${die(70_000, 61)}, 1 + ${die(4, 67)}, ${SAID}`
	},
	{
		into: `wanted_type (application_id, type, origin, stated_on)`,
		values: `${REQUEST}, 'T' || (1 + ${die(5, 71)}), ${SAID}`
	},
	{
		into: `wanted_commune (application_id, insee, rank, origin, stated_on)`,
		rows: `, generate_series(0, ${die(2, 73)}) rank`,
		values: `${REQUEST}, case rank when 0 then ${commune(43)} else ${commune(811)} end, rank, ${SAID}`,
		once: true
	},
	{
		into: `request_motive (application_id, code, rank, origin, stated_on)`,
		values: `${REQUEST}, 'LTC', 0, ${SAID}`
	},
	{
		into: `application_event (application_id, kind, occurred_on, recorded_at, origin, author, recorded_by)`,
		rows: `, generate_series(0, 1 + ${die(3, 79)}) happened`,
		values: `${REQUEST}, (${words('registered', 'papers_requested', 'papers_received', 'interviewed')})[1 + happened]::event_kind,
			${FILED} + happened * 12, ${FILED} + happened * 12, 'counter', 'Guichet fictif', 'system:bench'`
	},
	{
		into: `applicant_account (id, application_id, activated_at, locale, created_at)`,
		values: `${account}, ${REQUEST}, :at, 'fr', :at`
	},
	{
		into: `counter (id, slug, kind, name, active)`,
		rows: `where :n > ${OWN} and :n % 400 = 0 or :n = ${OWN} + 1`,
		values: `${id('0006', '(:n / 400)::bigint')}, 'region-' || (:n / 400), 'branch', 'Guichet de région ' || (:n / 400), false`,
		once: true
	},
	{
		into: `desk (id, counter_id, name, active)`,
		rows: `where :n > ${OWN} and :n % 400 = 0 or :n = ${OWN} + 1`,
		values: `${id('0007', '(:n / 400)::bigint')}, ${id('0006', '(:n / 400)::bigint')}, 'Bureau', false`,
		once: true
	},
	{
		into: `appointment (id, counter_id, desk_id, motive_code, application_id, starts_at, ends_at, occupied_from, occupied_until,
			state, created_at, updated_at, created_by)`,
		// Past ones never overlap, whatever the desk: each has a half-hour of its own.
		rows: `cross join lateral (select ${COUNTER} counter_id) at_counter
			cross join lateral (select coalesce((select id from desk where desk.counter_id = at_counter.counter_id order by name limit 1),
				${id('0007', '(:n / 400)::bigint')}) desk_id) at_desk
			cross join lateral (select date_trunc('day', :at) - interval '30 minutes' * (:n % ${OWN} + 48) starts) past
			where :n % 2 = 0`,
		values: `${appointment}, counter_id, desk_id, 'suivi', ${REQUEST}, starts, starts + interval '30 minutes', starts,
			starts + interval '30 minutes', case when ${die(10, 83)} = 0 then 'absent' else 'received' end::appointment_state,
			${MADE}, ${MADE}, 'system:bench'`
	},
	{
		// Those to come on the territory: of two at one time at one desk, the first.
		into: `appointment (counter_id, desk_id, motive_code, application_id, starts_at, ends_at, occupied_from, occupied_until,
			state, created_at, updated_at, created_by)`,
		rows: `cross join lateral (select ${COUNTER} counter_id) at_counter
			join lateral (select id desk_id from desk where desk.counter_id = at_counter.counter_id order by name limit 1) at_desk on true
			cross join lateral (select date_trunc('day', :at) + interval '9 hours' + interval '30 minutes' * (:n / 20 % 14)
				+ interval '1 day' * (:n / 280 % 7) starts) coming
			where :n % 20 = 1 and :n <= ${OWN}`,
		values: `counter_id, desk_id, 'suivi', ${REQUEST}, starts, starts + interval '30 minutes', starts,
			starts + interval '30 minutes', 'booked', :at - interval '7 days', :at - interval '7 days', 'system:bench'`,
		once: true
	},
	{
		into: `appointment_event (appointment_id, from_state, to_state, at, actor)`,
		rows: `, generate_series(0, 1) step where :n % 2 = 0`,
		values: `${appointment}, case step when 1 then 'booked' end::appointment_state,
			(${words('booked', 'received')})[1 + step]::appointment_state, :at - interval '1 hour' * (:n % 9000), 'system:bench'`
	},
	{
		into: `paper (id, application_id, person_id, category_code, state, sending_id, sent_by, created_at, received_at, page_count,
			scan, prepared_at, deposited_at, deposited_by, destroyed_at, checked_at)`,
		// A paper is here fifteen days: of most, only the fact is left.
		rows: `cross join lateral (select ${die(60, 89)} recent) age
			cross join lateral (select :at - interval '1 day' * (case when recent < 2 then recent + 2 else 20 + :n % 900 end) received)
				reception where :n % 2 = 1`,
		values: `${paper}, ${REQUEST}, ${person('0')}, 'payslips',
			(case when recent = 0 then 'received' when recent = 1 then 'accepted' else 'passed_on' end)::paper_state,
			${paper}, 'applicant:' || ${account}, received, received, 2, 'clean', received,
			case when recent > 1 then received + interval '5 days' end, case when recent > 1 then 'system:bench' end,
			case when recent > 1 then received + interval '6 days' end, ${MADE}`
	},
	{
		into: `paper_file (paper_id, application_id, position, file_name, declared_type, media_type, received_bytes, byte_size,
			sha256, state, scan, sending_id, created_at, last_byte_at, prepared_at)`,
		rows: `where :n % 2 = 1`,
		values: `${paper}, ${REQUEST}, 1, 'fiche.pdf', 'application/pdf', 'application/pdf', 90000, 90000, repeat('0', 64), 'arrived',
			'clean', ${paper}, :at, :at, :at`
	},
	{
		into: `audit_entry (at, actor_kind, actor_id, action, application_id, subject_kind, subject_id)`,
		values: `:at - interval '1 minute' * (:n % 500000), 'agent', 'agent-' || (:n % 400), 'view-application', ${REQUEST},
			'application', ${REQUEST}`
	},
	{
		into: `message (kind, channel, recipient, locale, subject, body, application_id, state, due_at, created_at)`,
		rows: `where :n % 2 = 0`,
		values: `'appointment-reminder', 'email', 'personne' || :n || '@exemple.test', 'fr', 'Rappel', 'Votre rendez-vous',
			${REQUEST}, 'sent', :at - interval '1 day', :at - interval '1 day'`
	},
	{
		into: `conversation (application_id, state, waiting_since, last_message_at)`,
		rows: `where :n % 10 = 0`,
		values: `${REQUEST}, case when :n % 300 = 0 then 'waiting' else 'answered' end::conversation_state,
			case when :n % 300 = 0 then :at - interval '1 day' end, :at - interval '1 day'`
	},
	{
		into: `conversation_message (application_id, author, author_id, author_name, body, sent_at, sending_id)`,
		rows: `, generate_series(0, 2) line where :n % 10 = 0`,
		values: `${REQUEST}, case when line = 1 then 'agent' else 'applicant' end::conversation_author, ${account},
			case when line = 1 then 'Agent fictif' end, 'Bonjour', :at - interval '1 day' * line, gen_random_uuid()`
	}
];
