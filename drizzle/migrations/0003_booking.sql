CREATE TYPE "public"."helper_kind" AS ENUM('relative', 'social_worker', 'association', 'other');--> statement-breakpoint
CREATE TYPE "public"."time_request_state" AS ENUM('waiting', 'answered', 'closed');--> statement-breakpoint
CREATE TYPE "public"."waiting_offer_outcome" AS ENUM('open', 'accepted', 'declined', 'expired');--> statement-breakpoint
CREATE TABLE "appointment_reminder" (
	"appointment_id" uuid NOT NULL,
	"minutes_before" integer NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"sent" boolean NOT NULL,
	CONSTRAINT "appointment_reminder_appointment_id_minutes_before_pk" PRIMARY KEY("appointment_id","minutes_before")
);
--> statement-breakpoint
CREATE TABLE "counter_setting" (
	"counter_id" uuid PRIMARY KEY NOT NULL,
	"reminder_minutes" integer[] DEFAULT '{10080,2880,180}' NOT NULL,
	"cancel_until_minutes" integer DEFAULT 60 NOT NULL,
	"alert_within_days" integer DEFAULT 14 NOT NULL,
	"feed_hash" text,
	CONSTRAINT "counter_setting_feed_hash_unique" UNIQUE("feed_hash"),
	CONSTRAINT "counter_setting_cancel" CHECK (cancel_until_minutes between 0 and 10080),
	CONSTRAINT "counter_setting_alert" CHECK (alert_within_days between 1 and 366)
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"source" text,
	"confirmed" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "time_request" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid,
	"contact" jsonb,
	"counter_id" uuid NOT NULL,
	"motive_code" text NOT NULL,
	"half_days" text[] NOT NULL,
	"note" text,
	"locale" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"state" time_request_state DEFAULT 'waiting' NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by" text,
	CONSTRAINT "time_request_somebody" CHECK (num_nonnulls(application_id, contact) = 1),
	CONSTRAINT "time_request_answer" CHECK ((state = 'answered') <= (answered_at is not null))
);
--> statement-breakpoint
CREATE TABLE "visitor_contact" (
	"appointment_id" uuid PRIMARY KEY NOT NULL,
	"last_name" text NOT NULL,
	"first_name" text NOT NULL,
	"birth_date" date NOT NULL,
	"phone" text,
	"email" text,
	"locale" text NOT NULL,
	"code_hash" text,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"code_sent_at" timestamp with time zone,
	"verified_at" timestamp with time zone,
	CONSTRAINT "visitor_contact_reachable" CHECK (code_hash is null or num_nonnulls(phone, email) >= 1),
	CONSTRAINT "visitor_contact_tries" CHECK (code_tries between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "waiting_entry" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid,
	"appointment_id" uuid,
	"counter_id" uuid NOT NULL,
	"motive_code" text NOT NULL,
	"half_days" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "waiting_entry_somebody" CHECK (num_nonnulls(application_id, appointment_id) >= 1)
);
--> statement-breakpoint
CREATE TABLE "waiting_offer" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"waiting_entry_id" uuid NOT NULL,
	"held_appointment_id" uuid NOT NULL,
	"link_hash" text NOT NULL,
	"offered_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"outcome" "waiting_offer_outcome" DEFAULT 'open' NOT NULL,
	CONSTRAINT "waiting_offer_held_appointment_id_unique" UNIQUE("held_appointment_id"),
	CONSTRAINT "waiting_offer_link_hash_unique" UNIQUE("link_hash")
);
--> statement-breakpoint
ALTER TABLE "appointment" ADD COLUMN "holder_hash" text;--> statement-breakpoint
ALTER TABLE "appointment" ADD COLUMN "helper_kind" "helper_kind";--> statement-breakpoint
ALTER TABLE "appointment" ADD COLUMN "helper_name" text;--> statement-breakpoint
ALTER TABLE "appointment_reminder" ADD CONSTRAINT "appointment_reminder_appointment_id_appointment_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_setting" ADD CONSTRAINT "counter_setting_counter_id_counter_id_fk" FOREIGN KEY ("counter_id") REFERENCES "public"."counter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_request" ADD CONSTRAINT "time_request_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_request" ADD CONSTRAINT "time_request_counter_id_counter_id_fk" FOREIGN KEY ("counter_id") REFERENCES "public"."counter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_request" ADD CONSTRAINT "time_request_motive_code_motive_code_fk" FOREIGN KEY ("motive_code") REFERENCES "public"."motive"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visitor_contact" ADD CONSTRAINT "visitor_contact_appointment_id_appointment_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_entry" ADD CONSTRAINT "waiting_entry_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_entry" ADD CONSTRAINT "waiting_entry_appointment_id_appointment_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_entry" ADD CONSTRAINT "waiting_entry_counter_id_counter_id_fk" FOREIGN KEY ("counter_id") REFERENCES "public"."counter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_entry" ADD CONSTRAINT "waiting_entry_motive_code_motive_code_fk" FOREIGN KEY ("motive_code") REFERENCES "public"."motive"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_offer" ADD CONSTRAINT "waiting_offer_waiting_entry_id_waiting_entry_id_fk" FOREIGN KEY ("waiting_entry_id") REFERENCES "public"."waiting_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_offer" ADD CONSTRAINT "waiting_offer_held_appointment_id_appointment_id_fk" FOREIGN KEY ("held_appointment_id") REFERENCES "public"."appointment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "time_request_waiting" ON "time_request" USING btree ("counter_id","created_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "time_request_one_waiting" ON "time_request" USING btree ("application_id","motive_code") WHERE state = 'waiting' and application_id is not null;--> statement-breakpoint
CREATE INDEX "waiting_entry_open" ON "waiting_entry" USING btree ("counter_id","motive_code","created_at") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "waiting_entry_one_a_request" ON "waiting_entry" USING btree ("application_id","motive_code","counter_id") WHERE ended_at is null and application_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "waiting_entry_one_an_appointment" ON "waiting_entry" USING btree ("appointment_id") WHERE ended_at is null and appointment_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "waiting_offer_one_open" ON "waiting_offer" USING btree ("waiting_entry_id") WHERE outcome = 'open';--> statement-breakpoint
CREATE INDEX "waiting_offer_due" ON "waiting_offer" USING btree ("expires_at") WHERE outcome = 'open';--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_helper" CHECK ((helper_kind is null) = (helper_name is null));--> statement-breakpoint
grant select, insert, update on
	visitor_contact, waiting_entry, waiting_offer, time_request, counter_setting, setting
	to guichet_app;
--> statement-breakpoint
grant select, insert on appointment_reminder to guichet_app;
--> statement-breakpoint
-- One hold a visitor, as there is one a request.
create unique index appointment_one_hold_a_visitor on appointment (holder_hash) where state = 'held' and holder_hash is not null;
--> statement-breakpoint
grant delete on desk_absence, closure to guichet_app;
--> statement-breakpoint
-- What an appointment was moved to: asked at every old link.
create index appointment_moved_from on appointment (moved_from_id) where moved_from_id is not null;
--> statement-breakpoint
-- The same person twice is looked for at every view of a file (reception/possible-duplicates.ts).
create index person_birth_date on person (birth_date);
--> statement-breakpoint
create index person_phone_figures on person (right(regexp_replace(phone, '[^0-9]', '', 'g'), 9)) where phone is not null;
--> statement-breakpoint
create index person_email on person (lower(email)) where email is not null;
