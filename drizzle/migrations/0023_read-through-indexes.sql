DROP INDEX "appointment_counter_time";--> statement-breakpoint
CREATE INDEX "application_updated" ON "application" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "application_filed" ON "application" USING btree ("filed_on") WHERE state = 'filed';--> statement-breakpoint
CREATE INDEX "application_offer_followed" ON "application" USING btree ("id") WHERE state in ('offer_sent', 'offer_answered');--> statement-breakpoint
CREATE INDEX "application_registering_code" ON "application" USING btree ("registering_code");--> statement-breakpoint
CREATE INDEX "application_event_interviewed" ON "application_event" USING btree ("application_id") WHERE kind = 'interviewed';--> statement-breakpoint
CREATE INDEX "person_home" ON "person" USING btree ("address_commune","application_id");--> statement-breakpoint
CREATE INDEX "person_birth" ON "person" USING btree ("birth_date");--> statement-breakpoint
CREATE INDEX "wanted_commune_place" ON "wanted_commune" USING btree ("insee","application_id");--> statement-breakpoint
CREATE INDEX "appointment_made" ON "appointment" USING brin ("created_at");--> statement-breakpoint
CREATE INDEX "appointment_asks_reception" ON "appointment" USING btree ("application_id") WHERE motive_code = 'premier-accueil' and state in ('booked', 'arrived', 'called', 'in_interview', 'absent', 'cancelled_by_service', 'unrecorded');--> statement-breakpoint
CREATE INDEX "appointment_event_told" ON "appointment_event" USING btree ("appointment_id") WHERE reason = 'without-opening';--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "paper_in_transit" ON "paper" USING btree ("application_id") WHERE state in ('received', 'being_checked', 'accepted');--> statement-breakpoint
CREATE INDEX "paper_checked" ON "paper" USING btree ("checked_at") WHERE checked_at is not null;--> statement-breakpoint
CREATE INDEX "appointment_counter_time" ON "appointment" USING btree ("counter_id","starts_at","application_id");--> statement-breakpoint
-- Names of a person in both orders, without accents or case: what an agent types is part of it. Said to be immutable, as
-- an index asks: the rules of unaccent change with a release of PostgreSQL at the most, and then the index is made anew.
create function searchable_names(last_name text, first_name text) returns text
	language sql immutable parallel safe
	return lower(public.unaccent('public.unaccent',
		coalesce(last_name, '') || ' ' || coalesce(first_name, '') || ' ' || coalesce(last_name, '')));
--> statement-breakpoint
grant execute on function searchable_names(text, text) to guichet_app;
--> statement-breakpoint
create index person_names on person using gin (searchable_names(last_name, first_name) gin_trgm_ops) where role = 'applicant';
