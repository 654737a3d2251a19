CREATE TYPE "public"."score_grid_state" AS ENUM('draft', 'published');--> statement-breakpoint
CREATE TYPE "public"."recognition_kind" AS ENUM('natural_disaster', 'housing_first');--> statement-breakpoint
CREATE TYPE "public"."score_cause" AS ENUM('first', 'grid', 'facts', 'time');--> statement-breakpoint
CREATE TYPE "public"."score_fact" AS ENUM('recognition', 'motive', 'current_housing', 'contract', 'lives_here', 'works_here', 'alone_with_children', 'minors', 'household_size', 'seniority_months', 'rent_share_percent', 'refused_offers');--> statement-breakpoint
CREATE TABLE "current_score" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"score_id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"total" integer,
	"checked_for" date NOT NULL,
	"checked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recognition" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" "recognition_kind" NOT NULL,
	"since" date NOT NULL,
	"origin" "origin" NOT NULL,
	"author" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"ended_on" date,
	"ended_by" text,
	CONSTRAINT "recognition_days" CHECK (ended_on is null or ended_on >= since),
	CONSTRAINT "recognition_ended" CHECK ((ended_on is null) = (ended_by is null))
);
--> statement-breakpoint
CREATE TABLE "score" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	"computed_for" date NOT NULL,
	"cause" "score_cause" NOT NULL,
	"fingerprint" char(64) NOT NULL,
	"lines" jsonb NOT NULL,
	"total" integer,
	CONSTRAINT "score_id_application" UNIQUE("id","application_id")
);
--> statement-breakpoint
CREATE TABLE "score_criterion" (
	"grid_id" uuid NOT NULL,
	"code" text NOT NULL,
	"position" smallint NOT NULL,
	"fact" "score_fact" NOT NULL,
	"codes" text[] NOT NULL,
	"from_unit" smallint DEFAULT 1 NOT NULL,
	"every_units" smallint DEFAULT 1 NOT NULL,
	"per_unit" boolean DEFAULT false NOT NULL,
	"points" smallint,
	"most_points" smallint,
	"best_of" text,
	"proofs" text[] NOT NULL,
	"label" jsonb NOT NULL,
	"explanation" jsonb NOT NULL,
	"source" text NOT NULL,
	"confirmed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "score_criterion_grid_id_code_pk" PRIMARY KEY("grid_id","code"),
	CONSTRAINT "score_criterion_code" CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "score_criterion_units" CHECK (from_unit >= 1 and every_units >= 1),
	CONSTRAINT "score_criterion_most" CHECK (most_points is null or most_points >= 1)
);
--> statement-breakpoint
CREATE TABLE "score_grid" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"state" "score_grid_state" DEFAULT 'draft' NOT NULL,
	"title" jsonb NOT NULL,
	"source" text NOT NULL,
	"is_example" boolean DEFAULT false NOT NULL,
	"starts_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" text,
	CONSTRAINT "score_grid_published" CHECK ((state = 'published') = (num_nonnulls(starts_on, published_at, published_by) = 3))
);
--> statement-breakpoint
ALTER TABLE "current_score" ADD CONSTRAINT "current_score_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_score" ADD CONSTRAINT "current_score_score_id_score_id_fk" FOREIGN KEY ("score_id") REFERENCES "public"."score"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_score" ADD CONSTRAINT "current_score_grid_id_score_grid_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."score_grid"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recognition" ADD CONSTRAINT "recognition_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_grid_id_score_grid_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."score_grid"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_criterion" ADD CONSTRAINT "score_criterion_grid_id_score_grid_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."score_grid"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "current_score_checked" ON "current_score" USING btree ("checked_for","grid_id");--> statement-breakpoint
CREATE INDEX "recognition_application" ON "recognition" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "recognition_once" ON "recognition" USING btree ("application_id","kind") WHERE ended_on is null;--> statement-breakpoint
CREATE INDEX "score_application" ON "score" USING btree ("application_id","computed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "score_grid_starts" ON "score_grid" USING btree ("starts_on") WHERE state = 'published';--> statement-breakpoint
-- A published grid stays as it was, for everybody, the owner included.
create function refuse_changing_published_grid() returns trigger language plpgsql as $$
declare
	grid uuid := case when tg_table_name = 'score_grid'
		then (to_jsonb(old) ->> 'id')::uuid
		else (to_jsonb(coalesce(new, old)) ->> 'grid_id')::uuid end;
begin
	if exists (select from score_grid where id = grid and state = 'published') then
		raise exception 'a published grid is written once: % refused', lower(tg_op) using errcode = 'insufficient_privilege';
	end if;
	return coalesce(new, old);
end
$$;
--> statement-breakpoint
create trigger score_grid_published_once before update or delete on score_grid
	for each row execute function refuse_changing_published_grid();
--> statement-breakpoint
create trigger score_criterion_published_once before insert or update or delete on score_criterion
	for each row execute function refuse_changing_published_grid();
--> statement-breakpoint
create trigger score_grid_kept before truncate on score_grid
	for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger score_criterion_kept before truncate on score_criterion
	for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger score_written_once before update or delete or truncate on score
	for each statement execute function refuse_rewriting();
--> statement-breakpoint
-- The score that counts is one of the same request.
alter table current_score add constraint current_score_of_application
	foreign key (score_id, application_id) references score (id, application_id);
--> statement-breakpoint
-- Comparable requests are found by what they ask for (server/score/comparable-scores.ts).
create index wanted_commune_insee on wanted_commune (insee, application_id);
--> statement-breakpoint
create index wanted_type_type on wanted_type (type, application_id);
--> statement-breakpoint
grant select, insert, update, delete on score_grid, score_criterion to guichet_app;
--> statement-breakpoint
grant select, insert on score to guichet_app;
--> statement-breakpoint
grant select, insert, update on current_score, recognition to guichet_app;
