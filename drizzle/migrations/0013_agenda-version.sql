CREATE TABLE "agenda_version" (
	"singleton" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" uuid DEFAULT gen_random_uuid() NOT NULL,
	CONSTRAINT "agenda_version_is_one" CHECK (singleton)
);
--> statement-breakpoint
insert into agenda_version default values;
--> statement-breakpoint
grant select on agenda_version to guichet_app;
--> statement-breakpoint
-- Renewed by the owner's hand: the application reads it and cannot pretend that nothing changed. A value that was never
-- there before, rather than a number: a restored backup must not look like the state a process remembers.
create function renew_agenda_version() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
	update agenda_version set version = gen_random_uuid();
	return null;
end
$$;
--> statement-breakpoint
do $$
declare
	changed text;
begin
	foreach changed in array array['opening', 'opening_desk', 'opening_motive', 'closure', 'desk_absence', 'desk', 'motive', 'counter'] loop
		execute format('create trigger %I after insert or update or delete or truncate on %I for each statement execute function renew_agenda_version()',
			changed || '_renews_agenda', changed);
	end loop;
end
$$;
