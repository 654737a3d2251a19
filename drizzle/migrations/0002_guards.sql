-- What Drizzle cannot declare.

-- One desk, one person at a time. Start and end are two stored columns; half-open, so visits that touch are accepted.
-- The application inserts with ON CONFLICT DO NOTHING: a plain INSERT under contention deadlocks (docs/decisions/006).
alter table appointment
	add constraint appointment_one_person_a_desk
	exclude using gist (desk_id with =, tstzrange(occupied_from, occupied_until, '[)') with &&)
	where (state in ('held', 'booked', 'arrived', 'called', 'in_interview', 'received', 'absent') and overbooking_reason is null);
--> statement-breakpoint
-- A desk belongs to the counter the appointment names.
alter table desk add constraint desk_id_counter unique (id, counter_id);
--> statement-breakpoint
alter table appointment
	add constraint appointment_desk_of_counter foreign key (desk_id, counter_id) references desk (id, counter_id);
--> statement-breakpoint
-- A paper about a person is about a person of the same request.
alter table person add constraint person_id_application unique (id, application_id);
--> statement-breakpoint
alter table paper
	add constraint paper_person_of_application foreign key (person_id, application_id) references person (id, application_id);
--> statement-breakpoint
-- Journals: written once. The trigger binds the owner too.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
	raise exception '% is written once: % refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
end
$$;
--> statement-breakpoint
create trigger audit_entry_written_once before update or delete or truncate on audit_entry
	for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger application_event_written_once before update or delete or truncate on application_event
	for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger appointment_event_written_once before update or delete or truncate on appointment_event
	for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger message_receipt_written_once before update or delete or truncate on message_receipt
	for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger sne_file_written_once before update or delete or truncate on sne_file
	for each statement execute function refuse_rewriting();
--> statement-breakpoint
grant select, insert on audit_entry, application_event, appointment_event, message_receipt, sne_file to guichet_app;
--> statement-breakpoint
grant select, insert, update on
	commune, counter, counter_fact, desk, motive, closure, desk_absence,
	application, person, current_housing, paper, paper_category, appointment, message, sne_outbox,
	applicant_account, activation_code, staff_account
	to guichet_app;
--> statement-breakpoint
grant select, insert, update, delete on
	opening, opening_desk, opening_motive, session, sign_in_failure, staff_counter,
	tax_income, resource, wanted_type, wanted_commune, request_motive, paper_request
	to guichet_app;
--> statement-breakpoint
-- A person, a closure or an absence entered by mistake may be taken back.
grant delete on person, closure, desk_absence, current_housing to guichet_app;
