CREATE TYPE "public"."figure_type" AS ENUM('C', 'T1', 'T2', 'T3', 'T4', 'T5', 'T6P', 'TOUS');--> statement-breakpoint
CREATE TYPE "public"."figure_release_state" AS ENUM('draft', 'published');--> statement-breakpoint
CREATE TABLE "figure_line" (
	"release_id" uuid NOT NULL,
	"place" text NOT NULL,
	"type" "figure_type" NOT NULL,
	"stock" integer,
	"pending" integer,
	"allotted" integer,
	"delay_months" numeric(4, 1),
	CONSTRAINT "figure_line_release_id_place_type_pk" PRIMARY KEY("release_id","place","type"),
	CONSTRAINT "figure_line_place" CHECK (place = 'EPCI' or place ~ '^[0-9AB]{5}$'),
	CONSTRAINT "figure_line_counts" CHECK (coalesce(stock, 0) >= 0 and coalesce(pending, 0) >= 0 and coalesce(allotted, 0) >= 0 and coalesce(delay_months, 0) >= 0)
);
--> statement-breakpoint
CREATE TABLE "figure_release" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"state" "figure_release_state" DEFAULT 'draft' NOT NULL,
	"source" text NOT NULL,
	"as_of" date NOT NULL,
	"is_example" boolean DEFAULT false NOT NULL,
	"sha256" char(64) NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" text,
	CONSTRAINT "figure_release_signed" CHECK ((state = 'published') = (published_at is not null)),
	CONSTRAINT "figure_release_signature" CHECK ((published_at is null) = (published_by is null))
);
--> statement-breakpoint
ALTER TABLE "figure_line" ADD CONSTRAINT "figure_line_release_id_figure_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."figure_release"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "figure_release_published" ON "figure_release" USING btree ("published_at");--> statement-breakpoint
-- What was published stays as it was, for everybody, the owner included: the past stays explainable.
create function refuse_changing_published_figures() returns trigger language plpgsql as $$
declare
	release uuid := case when tg_table_name = 'figure_release'
		then (to_jsonb(old) ->> 'id')::uuid
		else (to_jsonb(coalesce(new, old)) ->> 'release_id')::uuid end;
begin
	if exists (select from figure_release where id = release and state = 'published') then
		raise exception 'published figures are written once: % refused', lower(tg_op) using errcode = 'insufficient_privilege';
	end if;
	return coalesce(new, old);
end
$$;
--> statement-breakpoint
create trigger figure_release_published_once before update or delete on figure_release
	for each row execute function refuse_changing_published_figures();
--> statement-breakpoint
create trigger figure_line_published_once before insert or update or delete on figure_line
	for each row execute function refuse_changing_published_figures();
--> statement-breakpoint
create trigger figure_release_kept before truncate on figure_release
	for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger figure_line_kept before truncate on figure_line
	for each statement execute function refuse_rewriting();
--> statement-breakpoint
grant select, insert, update, delete on figure_release, figure_line to guichet_app;
