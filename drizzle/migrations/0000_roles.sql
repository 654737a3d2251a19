-- Two roles from the first day. The owner runs migrations; `guichet_app` runs everything else and owns nothing,
-- so that no fault of the application can alter the schema or rewrite the journals, and row-level security can bind it.
-- The login roles are the installation's business (docs/operations.md); each is a member of guichet_app.
do $$
begin
	if not exists (select from pg_roles where rolname = 'guichet_app') then
		create role guichet_app nologin;
	end if;
	execute format('grant guichet_app to %I', current_user);
	if exists (select from pg_roles where rolname = 'guichet_web') then
		grant guichet_app to guichet_web;
	end if;
exception
	-- A database administrator made the role and its memberships beforehand.
	when insufficient_privilege then
		raise notice 'guichet_app is managed outside this migration';
end
$$;
--> statement-breakpoint
create extension if not exists btree_gist;
--> statement-breakpoint
create extension if not exists pg_trgm;
--> statement-breakpoint
create extension if not exists unaccent;
--> statement-breakpoint
grant usage on schema public to guichet_app;
