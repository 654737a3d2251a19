CREATE TYPE "public"."staff_role" AS ENUM('agent', 'head');--> statement-breakpoint
CREATE TYPE "public"."household_role" AS ENUM('applicant', 'coapplicant', 'dependant', 'in_custody', 'unborn');--> statement-breakpoint
CREATE TYPE "public"."origin" AS ENUM('declared', 'counter', 'official');--> statement-breakpoint
CREATE TYPE "public"."resource_direction" AS ENUM('received', 'paid');--> statement-breakpoint
CREATE TYPE "public"."appointment_channel" AS ENUM('on_site', 'telephone');--> statement-breakpoint
CREATE TYPE "public"."appointment_state" AS ENUM('held', 'booked', 'arrived', 'called', 'in_interview', 'received', 'absent', 'cancelled_by_applicant', 'cancelled_by_service', 'moved', 'expired', 'unrecorded');--> statement-breakpoint
CREATE TYPE "public"."absence_kind" AS ENUM('once', 'weekly');--> statement-breakpoint
CREATE TYPE "public"."audience" AS ENUM('public', 'staff');--> statement-breakpoint
CREATE TYPE "public"."bookable_by" AS ENUM('anyone', 'applicant', 'staff');--> statement-breakpoint
CREATE TYPE "public"."counter_fact_kind" AS ENUM('existence', 'address', 'phone', 'email', 'hours', 'service_level', 'step_free', 'languages');--> statement-breakpoint
CREATE TYPE "public"."counter_kind" AS ENUM('municipal', 'branch');--> statement-breakpoint
CREATE TYPE "public"."opening_kind" AS ENUM('weekly', 'once', 'override');--> statement-breakpoint
CREATE TYPE "public"."paper_level" AS ENUM('mandatory', 'on_request');--> statement-breakpoint
CREATE TYPE "public"."paper_state" AS ENUM('receiving', 'received', 'being_checked', 'accepted', 'to_resend', 'passed_on', 'deleted', 'refused_infected');--> statement-breakpoint
CREATE TYPE "public"."message_channel" AS ENUM('email', 'sms');--> statement-breakpoint
CREATE TYPE "public"."message_state" AS ENUM('queued', 'sent', 'failed', 'dropped');--> statement-breakpoint
CREATE TYPE "public"."outbox_state" AS ENUM('waiting', 'done', 'failed');--> statement-breakpoint
CREATE TABLE "activation_code" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"account_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"failed_tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "activation_code_tries" CHECK (failed_tries between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "applicant_account" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"password_hash" text,
	"activated_at" timestamp with time zone,
	"locale" text DEFAULT 'fr' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "applicant_account_application_id_unique" UNIQUE("application_id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"applicant_account_id" uuid,
	"staff_account_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_one_owner" CHECK (num_nonnulls(applicant_account_id, staff_account_id) = 1)
);
--> statement-breakpoint
CREATE TABLE "sign_in_failure" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"subject" text NOT NULL,
	"failed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_account" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" "staff_role" NOT NULL,
	"password_hash" text NOT NULL,
	"totp_secret" "bytea" NOT NULL,
	"totp_last_step" integer DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_account_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "staff_counter" (
	"staff_id" uuid NOT NULL,
	"counter_id" uuid NOT NULL,
	CONSTRAINT "staff_counter_staff_id_counter_id_pk" PRIMARY KEY("staff_id","counter_id")
);
--> statement-breakpoint
CREATE TABLE "application" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"unique_number" char(18) NOT NULL,
	"registering_code" text,
	"filed_on" date NOT NULL,
	"renewed_on" date,
	"valid_until" date NOT NULL,
	"state" text NOT NULL,
	"enlarged_search" boolean,
	"origin" "origin" NOT NULL,
	"stated_on" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_unique_number_unique" UNIQUE("unique_number"),
	CONSTRAINT "application_number" CHECK (unique_number ~ '^[0-9A-Z]{18}$'),
	CONSTRAINT "application_renewed" CHECK (renewed_on is null or renewed_on >= filed_on),
	CONSTRAINT "application_validity" CHECK (valid_until > filed_on)
);
--> statement-breakpoint
CREATE TABLE "application_event" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"occurred_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"origin" "origin" NOT NULL,
	"author" text NOT NULL,
	"recorded_by" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "current_housing" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"model" text,
	"rent_cents" bigint,
	"occupants" smallint,
	"category" text,
	"type" text,
	"surface_m2" smallint,
	"owner" boolean,
	"origin" "origin" NOT NULL,
	"stated_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"role" "household_role" NOT NULL,
	"position" smallint NOT NULL,
	"civility" text,
	"last_name" text,
	"birth_name" text,
	"first_name" text,
	"birth_date" date,
	"expected_count" smallint,
	"expected_on" date,
	"sex" text,
	"nationality" text,
	"family_situation" text,
	"link_to_applicant" text,
	"kinship" text,
	"custody" text,
	"phone" text,
	"email" text,
	"address_line" text,
	"postcode" text,
	"address_commune" text,
	"profession" text,
	"contract" text,
	"employer" text,
	"work_postcode" text,
	"work_commune" text,
	"origin" "origin" NOT NULL,
	"stated_on" date NOT NULL,
	CONSTRAINT "person_unborn" CHECK ((role = 'unborn') = (expected_count is not null)),
	CONSTRAINT "person_position" CHECK (position >= 0)
);
--> statement-breakpoint
CREATE TABLE "request_motive" (
	"application_id" uuid NOT NULL,
	"code" text NOT NULL,
	"rank" smallint NOT NULL,
	"origin" "origin" NOT NULL,
	"stated_on" date NOT NULL,
	CONSTRAINT "request_motive_application_id_code_pk" PRIMARY KEY("application_id","code")
);
--> statement-breakpoint
CREATE TABLE "resource" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"direction" "resource_direction" NOT NULL,
	"code" text NOT NULL,
	"monthly_cents" bigint,
	"origin" "origin" NOT NULL,
	"stated_on" date NOT NULL,
	CONSTRAINT "resource_amount" CHECK (monthly_cents is null or monthly_cents >= 0)
);
--> statement-breakpoint
CREATE TABLE "sne_file" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"sha256" char(64) NOT NULL,
	"content" "bytea" NOT NULL,
	"left_out" jsonb NOT NULL,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tax_income" (
	"person_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"amount_euros" integer NOT NULL,
	"origin" "origin" NOT NULL,
	"stated_on" date NOT NULL,
	CONSTRAINT "tax_income_person_id_year_pk" PRIMARY KEY("person_id","year"),
	CONSTRAINT "tax_income_year" CHECK (year between 1990 and 2100)
);
--> statement-breakpoint
CREATE TABLE "wanted_commune" (
	"application_id" uuid NOT NULL,
	"insee" char(5) NOT NULL,
	"rank" smallint NOT NULL,
	"origin" "origin" NOT NULL,
	"stated_on" date NOT NULL,
	CONSTRAINT "wanted_commune_application_id_insee_pk" PRIMARY KEY("application_id","insee")
);
--> statement-breakpoint
CREATE TABLE "wanted_type" (
	"application_id" uuid NOT NULL,
	"type" text NOT NULL,
	"origin" "origin" NOT NULL,
	"stated_on" date NOT NULL,
	CONSTRAINT "wanted_type_application_id_type_pk" PRIMARY KEY("application_id","type")
);
--> statement-breakpoint
CREATE TABLE "appointment" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"counter_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"motive_code" text NOT NULL,
	"application_id" uuid,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"occupied_from" timestamp with time zone NOT NULL,
	"occupied_until" timestamp with time zone NOT NULL,
	"state" "appointment_state" NOT NULL,
	"channel" "appointment_channel" DEFAULT 'on_site' NOT NULL,
	"held_until" timestamp with time zone,
	"overbooking_reason" text,
	"link_hash" text,
	"sequence" integer DEFAULT 0 NOT NULL,
	"moved_from_id" uuid,
	"confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	"cancellation_reason" text,
	"walk_in" boolean DEFAULT false NOT NULL,
	CONSTRAINT "appointment_link_hash_unique" UNIQUE("link_hash"),
	CONSTRAINT "appointment_times" CHECK (occupied_from <= starts_at and starts_at < ends_at and ends_at <= occupied_until),
	CONSTRAINT "appointment_hold" CHECK ((state = 'held') <= (held_until is not null))
);
--> statement-breakpoint
CREATE TABLE "appointment_event" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"appointment_id" uuid NOT NULL,
	"from_state" "appointment_state",
	"to_state" "appointment_state" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"application_id" uuid,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "closure" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"counter_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"reason" text,
	CONSTRAINT "closure_days" CHECK (from_day <= until_day)
);
--> statement-breakpoint
CREATE TABLE "commune" (
	"insee" char(5) PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"postcodes" text[] NOT NULL,
	"population" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counter" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"kind" "counter_kind" NOT NULL,
	"name" text NOT NULL,
	"commune_insee" char(5),
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "counter_slug_unique" UNIQUE("slug"),
	CONSTRAINT "counter_municipal_has_commune" CHECK ("counter"."kind" = 'branch' or "counter"."commune_insee" is not null)
);
--> statement-breakpoint
CREATE TABLE "counter_fact" (
	"counter_id" uuid NOT NULL,
	"kind" "counter_fact_kind" NOT NULL,
	"value" text,
	"confirmed" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "counter_fact_counter_id_kind_pk" PRIMARY KEY("counter_id","kind"),
	CONSTRAINT "counter_fact_confirmed_has_value" CHECK (not confirmed or value is not null)
);
--> statement-breakpoint
CREATE TABLE "desk" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"counter_id" uuid NOT NULL,
	"name" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "desk_name" UNIQUE("counter_id","name")
);
--> statement-breakpoint
CREATE TABLE "desk_absence" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"desk_id" uuid NOT NULL,
	"kind" "absence_kind" NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date,
	"weekday" smallint,
	"every_weeks" smallint DEFAULT 1 NOT NULL,
	"starts_at" time,
	"ends_at" time,
	CONSTRAINT "desk_absence_hours" CHECK ((starts_at is null) = (ends_at is null) and (starts_at is null or starts_at < ends_at)),
	CONSTRAINT "desk_absence_days" CHECK (until_day is null or from_day <= until_day),
	CONSTRAINT "desk_absence_shape" CHECK (case kind when 'weekly' then weekday between 1 and 7 else weekday is null and until_day is not null end)
);
--> statement-breakpoint
CREATE TABLE "motive" (
	"code" text PRIMARY KEY NOT NULL,
	"label" jsonb NOT NULL,
	"bring" jsonb NOT NULL,
	"duration_minutes" smallint NOT NULL,
	"step_minutes" smallint NOT NULL,
	"buffer_before_minutes" smallint DEFAULT 0 NOT NULL,
	"buffer_after_minutes" smallint DEFAULT 0 NOT NULL,
	"minimum_notice_minutes" integer NOT NULL,
	"horizon_days" smallint NOT NULL,
	"max_per_day_and_desk" smallint,
	"bookable_by" "bookable_by" NOT NULL,
	"on_site" boolean DEFAULT true NOT NULL,
	"by_telephone" boolean DEFAULT false NOT NULL,
	"position" smallint NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"confirmed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "motive_lengths" CHECK (duration_minutes between 5 and 480 and step_minutes between 5 and 480),
	CONSTRAINT "motive_buffers" CHECK (buffer_before_minutes >= 0 and buffer_after_minutes >= 0),
	CONSTRAINT "motive_windows" CHECK (minimum_notice_minutes >= 0 and horizon_days between 0 and 366),
	CONSTRAINT "motive_somehow" CHECK (on_site or by_telephone)
);
--> statement-breakpoint
CREATE TABLE "opening" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"counter_id" uuid NOT NULL,
	"kind" "opening_kind" NOT NULL,
	"weekday" smallint,
	"day" date,
	"every_weeks" smallint DEFAULT 1 NOT NULL,
	"starts_at" time NOT NULL,
	"ends_at" time NOT NULL,
	"valid_from" date,
	"valid_until" date,
	"audience" "audience" DEFAULT 'public' NOT NULL,
	CONSTRAINT "opening_hours" CHECK (starts_at < ends_at),
	CONSTRAINT "opening_validity" CHECK (valid_from is null or valid_until is null or valid_from <= valid_until),
	CONSTRAINT "opening_shape" CHECK (case kind when 'weekly' then weekday between 1 and 7 and day is null and (every_weeks = 1 or valid_from is not null) and every_weeks between 1 and 52 else day is not null and weekday is null end)
);
--> statement-breakpoint
CREATE TABLE "opening_desk" (
	"opening_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	CONSTRAINT "opening_desk_opening_id_desk_id_pk" PRIMARY KEY("opening_id","desk_id")
);
--> statement-breakpoint
CREATE TABLE "opening_motive" (
	"opening_id" uuid NOT NULL,
	"motive_code" text NOT NULL,
	CONSTRAINT "opening_motive_opening_id_motive_code_pk" PRIMARY KEY("opening_id","motive_code")
);
--> statement-breakpoint
CREATE TABLE "paper" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"person_id" uuid,
	"category_code" text NOT NULL,
	"state" "paper_state" NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"byte_size" integer NOT NULL,
	"sha256" char(64) NOT NULL,
	"storage_key" text,
	"wrapped_key" "bytea",
	"master_key_version" text,
	"sending_id" uuid NOT NULL,
	"sent_by" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone,
	"checked_by" text,
	"reason" text,
	CONSTRAINT "paper_storage_key_unique" UNIQUE("storage_key"),
	CONSTRAINT "paper_size" CHECK (byte_size between 1 and 10485760),
	CONSTRAINT "paper_content" CHECK ((storage_key is null) = (wrapped_key is null) and (storage_key is null) = (master_key_version is null)),
	CONSTRAINT "paper_content_present" CHECK (storage_key is not null or state in ('passed_on', 'deleted', 'refused_infected'))
);
--> statement-breakpoint
CREATE TABLE "paper_category" (
	"code" text PRIMARY KEY NOT NULL,
	"group_code" text NOT NULL,
	"level" "paper_level" NOT NULL,
	"per_person" boolean NOT NULL,
	"sensitive" boolean NOT NULL,
	"label" jsonb NOT NULL,
	"explanation" jsonb NOT NULL,
	"source" text NOT NULL,
	"position" smallint NOT NULL,
	"confirmed" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "paper_request" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"person_id" uuid,
	"category_code" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"channel" "message_channel" NOT NULL,
	"recipient" text NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"attachment" jsonb,
	"application_id" uuid,
	"appointment_id" uuid,
	"state" "message_state" DEFAULT 'queued' NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_receipt" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"message_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"outcome" text NOT NULL,
	"detail" text
);
--> statement-breakpoint
CREATE TABLE "sne_outbox" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" "outbox_state" DEFAULT 'waiting' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "activation_code" ADD CONSTRAINT "activation_code_account_id_applicant_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."applicant_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applicant_account" ADD CONSTRAINT "applicant_account_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_applicant_account_id_applicant_account_id_fk" FOREIGN KEY ("applicant_account_id") REFERENCES "public"."applicant_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_staff_account_id_staff_account_id_fk" FOREIGN KEY ("staff_account_id") REFERENCES "public"."staff_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_counter" ADD CONSTRAINT "staff_counter_staff_id_staff_account_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_counter" ADD CONSTRAINT "staff_counter_counter_id_counter_id_fk" FOREIGN KEY ("counter_id") REFERENCES "public"."counter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_event" ADD CONSTRAINT "application_event_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_housing" ADD CONSTRAINT "current_housing_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request_motive" ADD CONSTRAINT "request_motive_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resource" ADD CONSTRAINT "resource_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sne_file" ADD CONSTRAINT "sne_file_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_income" ADD CONSTRAINT "tax_income_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wanted_commune" ADD CONSTRAINT "wanted_commune_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wanted_type" ADD CONSTRAINT "wanted_type_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_counter_id_counter_id_fk" FOREIGN KEY ("counter_id") REFERENCES "public"."counter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_desk_id_desk_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desk"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_motive_code_motive_code_fk" FOREIGN KEY ("motive_code") REFERENCES "public"."motive"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointment_event" ADD CONSTRAINT "appointment_event_appointment_id_appointment_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closure" ADD CONSTRAINT "closure_counter_id_counter_id_fk" FOREIGN KEY ("counter_id") REFERENCES "public"."counter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter" ADD CONSTRAINT "counter_commune_insee_commune_insee_fk" FOREIGN KEY ("commune_insee") REFERENCES "public"."commune"("insee") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_fact" ADD CONSTRAINT "counter_fact_counter_id_counter_id_fk" FOREIGN KEY ("counter_id") REFERENCES "public"."counter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk" ADD CONSTRAINT "desk_counter_id_counter_id_fk" FOREIGN KEY ("counter_id") REFERENCES "public"."counter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_absence" ADD CONSTRAINT "desk_absence_desk_id_desk_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desk"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening" ADD CONSTRAINT "opening_counter_id_counter_id_fk" FOREIGN KEY ("counter_id") REFERENCES "public"."counter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_desk" ADD CONSTRAINT "opening_desk_opening_id_opening_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."opening"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_desk" ADD CONSTRAINT "opening_desk_desk_id_desk_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desk"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_motive" ADD CONSTRAINT "opening_motive_opening_id_opening_id_fk" FOREIGN KEY ("opening_id") REFERENCES "public"."opening"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_motive" ADD CONSTRAINT "opening_motive_motive_code_motive_code_fk" FOREIGN KEY ("motive_code") REFERENCES "public"."motive"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_category_code_paper_category_code_fk" FOREIGN KEY ("category_code") REFERENCES "public"."paper_category"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_request" ADD CONSTRAINT "paper_request_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_request" ADD CONSTRAINT "paper_request_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_request" ADD CONSTRAINT "paper_request_category_code_paper_category_code_fk" FOREIGN KEY ("category_code") REFERENCES "public"."paper_category"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_appointment_id_appointment_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_receipt" ADD CONSTRAINT "message_receipt_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sne_outbox" ADD CONSTRAINT "sne_outbox_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "activation_code_one_live" ON "activation_code" USING btree ("account_id") WHERE used_at is null and cancelled_at is null;--> statement-breakpoint
CREATE INDEX "session_applicant" ON "session" USING btree ("applicant_account_id");--> statement-breakpoint
CREATE INDEX "session_staff" ON "session" USING btree ("staff_account_id");--> statement-breakpoint
CREATE INDEX "sign_in_failure_subject" ON "sign_in_failure" USING btree ("subject","failed_at");--> statement-breakpoint
CREATE INDEX "application_valid_until" ON "application" USING btree ("valid_until");--> statement-breakpoint
CREATE INDEX "application_event_application" ON "application_event" USING btree ("application_id","occurred_on");--> statement-breakpoint
CREATE INDEX "person_application" ON "person" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "resource_person" ON "resource" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sne_file_application" ON "sne_file" USING btree ("application_id","received_at");--> statement-breakpoint
CREATE INDEX "appointment_counter_time" ON "appointment" USING btree ("counter_id","starts_at");--> statement-breakpoint
CREATE INDEX "appointment_busy" ON "appointment" USING btree ("occupied_until","counter_id") WHERE state in ('held', 'booked', 'arrived', 'called', 'in_interview', 'received', 'absent');--> statement-breakpoint
CREATE INDEX "appointment_application" ON "appointment" USING btree ("application_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "appointment_one_upcoming" ON "appointment" USING btree ("application_id","motive_code") WHERE state = 'booked' and application_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "appointment_one_hold" ON "appointment" USING btree ("application_id") WHERE state = 'held' and application_id is not null;--> statement-breakpoint
CREATE INDEX "appointment_event_appointment" ON "appointment_event" USING btree ("appointment_id","at");--> statement-breakpoint
CREATE INDEX "audit_entry_application" ON "audit_entry" USING btree ("application_id","at");--> statement-breakpoint
CREATE INDEX "audit_entry_actor" ON "audit_entry" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "closure_counter" ON "closure" USING btree ("counter_id","until_day");--> statement-breakpoint
CREATE INDEX "desk_absence_desk" ON "desk_absence" USING btree ("desk_id");--> statement-breakpoint
CREATE INDEX "opening_counter" ON "opening" USING btree ("counter_id");--> statement-breakpoint
CREATE INDEX "paper_application" ON "paper" USING btree ("application_id","received_at");--> statement-breakpoint
CREATE INDEX "paper_to_check" ON "paper" USING btree ("received_at") WHERE state in ('received', 'being_checked');--> statement-breakpoint
CREATE UNIQUE INDEX "paper_sending" ON "paper" USING btree ("application_id","sending_id");--> statement-breakpoint
CREATE UNIQUE INDEX "paper_request_once" ON "paper_request" USING btree ("application_id","person_id","category_code");--> statement-breakpoint
CREATE INDEX "message_due" ON "message" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "message_application" ON "message" USING btree ("application_id","created_at");--> statement-breakpoint
CREATE INDEX "message_receipt_message" ON "message_receipt" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "sne_outbox_waiting" ON "sne_outbox" USING btree ("state","created_at");