CREATE INDEX "application_struck_off" ON "application" USING btree ("id") WHERE state = 'struck_off';--> statement-breakpoint
-- What a request was is erased a year after it was struck off (décret 2017-917 art. 4): the one thing that may empty
-- a journal, and never the journal of accesses, which outlives what it tells of. `guichet.erases` is on inside
-- erase_application alone; the application, which could set it too, may delete from no journal.
create or replace function refuse_rewriting() returns trigger language plpgsql as $$
begin
	if tg_op = 'DELETE' and tg_table_name <> 'audit_entry' and current_setting('guichet.erases', true) = 'on' then
		return null;
	end if;
	raise exception '% is written once: % refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
end
$$;
--> statement-breakpoint
-- Whether the year of a request is over at that moment of Paris, nothing of it lies in the store of papers, and nobody
-- expects its person at a counter.
create function may_be_erased(request uuid, at timestamptz) returns boolean
language sql stable set search_path = pg_catalog, public as $$
	select exists (select from application where id = request and state = 'struck_off')
		and (
			select max(occurred_on) from application_event
			where application_id = request and starts_with(kind::text, 'struck_off')
		) <= (at at time zone 'Europe/Paris')::date - interval '1 year'
		and not exists (select from paper where application_id = request)
		and not exists (select from appointment where application_id = request and ends_at > at)
$$;
--> statement-breakpoint
-- Everything that names a request, then the request. A table to come that names it and is not here makes this fail,
-- and tests/integration/requests-erased-whole.test.ts with it. Locked first: whoever adds to the request at this moment
-- comes before, and is seen by the question, or finds it gone.
create function erase_application(request uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
	account uuid;
	visits uuid[];
	entries uuid[];
	letters uuid[];
begin
	perform from application where id = request for update;
	if may_be_erased(request, at) is not true then
		return false;
	end if;
	perform set_config('guichet.erases', 'on', true);

	select id into account from applicant_account where application_id = request;
	delete from push_subscription where account_id = account;
	delete from session where applicant_account_id = account;
	delete from activation_code where account_id = account;
	delete from applicant_account where id = account;
	delete from helper_mandate where application_id = request;

	select coalesce(array_agg(id), '{}') into visits from appointment where application_id = request;
	select coalesce(array_agg(id), '{}') into entries from waiting_entry
		where application_id = request or appointment_id = any (visits);
	select coalesce(array_agg(id), '{}') into letters from message
		where application_id = request or appointment_id = any (visits);
	delete from message_receipt where message_id = any (letters);
	delete from message where id = any (letters);
	delete from waiting_offer where waiting_entry_id = any (entries) or held_appointment_id = any (visits);
	delete from waiting_entry where id = any (entries);
	delete from time_request where application_id = request;
	delete from appointment_reminder where appointment_id = any (visits);
	delete from appointment_event where appointment_id = any (visits);
	delete from visitor_contact where appointment_id = any (visits);
	delete from appointment where id = any (visits);

	delete from conversation_note where application_id = request;
	delete from conversation_message where application_id = request;
	delete from conversation where application_id = request;
	delete from paper_request where application_id = request;
	delete from proposal_step where proposal_id in (select id from proposal where application_id = request);
	delete from proposal where application_id = request;
	delete from renewal_confirmation where application_id = request;
	delete from renewal_reminder where application_id = request;
	delete from sne_outbox where application_id = request;
	delete from current_score where application_id = request;
	delete from score where application_id = request;
	delete from recognition where application_id = request;

	delete from stated_fact where application_id = request;
	delete from person where application_id = request;
	delete from current_housing where application_id = request;
	delete from wanted_type where application_id = request;
	delete from wanted_commune where application_id = request;
	delete from request_motive where application_id = request;
	delete from sne_file where application_id = request;
	delete from application_event where application_id = request;
	delete from application where id = request;

	perform set_config('guichet.erases', 'off', true);
	return true;
end
$$;
--> statement-breakpoint
revoke all on function erase_application(uuid, timestamptz) from public;
--> statement-breakpoint
grant execute on function erase_application(uuid, timestamptz) to guichet_app;
