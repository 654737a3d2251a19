CREATE TYPE "public"."proposal_action" AS ENUM('propose', 'edit', 'withdraw', 'take_up', 'hand_back', 'enter', 'refuse');--> statement-breakpoint
CREATE TYPE "public"."proposal_kind" AS ENUM('address', 'contact', 'pregnancy', 'birth', 'member_arrives', 'member_leaves', 'couple', 'separation', 'work', 'income', 'tax', 'housing', 'wanted', 'rectification');--> statement-breakpoint
CREATE TYPE "public"."proposal_state" AS ENUM('proposed', 'being_entered', 'entered', 'not_possible', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."renewal_confirmation_state" AS ENUM('draft', 'confirmed', 'recorded', 'not_possible');--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" "proposal_kind" NOT NULL,
	"subject" text NOT NULL,
	"state" "proposal_state" NOT NULL,
	"values" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	"wrong" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"taken_up_by" text,
	"taken_up_at" timestamp with time zone,
	"entered_on" date,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by" text,
	"answered_for" text,
	CONSTRAINT "proposal_wrong" CHECK ((kind = 'rectification') = (wrong is not null)),
	CONSTRAINT "proposal_entered" CHECK ((state = 'entered') = (entered_on is not null)),
	CONSTRAINT "proposal_answered" CHECK ((state in ('entered', 'not_possible')) = (answered_at is not null)),
	CONSTRAINT "proposal_reason" CHECK (state <> 'not_possible' or answer is not null)
);
--> statement-breakpoint
CREATE TABLE "proposal_step" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"proposal_id" uuid NOT NULL,
	"action" "proposal_action" NOT NULL,
	"to_state" "proposal_state" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"values" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stated_fact" (
	"application_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"fact" text NOT NULL,
	"origin" "origin" NOT NULL,
	"stated_on" date NOT NULL,
	CONSTRAINT "stated_fact_application_id_subject_fact_pk" PRIMARY KEY("application_id","subject","fact")
);
--> statement-breakpoint
CREATE TABLE "renewal_confirmation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"valid_until" date NOT NULL,
	"state" "renewal_confirmation_state" NOT NULL,
	"answers" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" text,
	"outbox_id" uuid,
	"recorded_on" date,
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by" text,
	"answered_for" text,
	CONSTRAINT "renewal_confirmation_confirmed" CHECK ((state = 'draft') = (confirmed_at is null) and (confirmed_at is null) = (confirmed_by is null)),
	CONSTRAINT "renewal_confirmation_recorded" CHECK ((state = 'recorded') = (recorded_on is not null)),
	CONSTRAINT "renewal_confirmation_reason" CHECK (state <> 'not_possible' or answer is not null)
);
--> statement-breakpoint
CREATE TABLE "renewal_reminder" (
	"application_id" uuid NOT NULL,
	"valid_until" date NOT NULL,
	"days_before" smallint NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"sent" boolean NOT NULL,
	"is_notice" boolean DEFAULT false NOT NULL,
	"noticed_at" timestamp with time zone,
	CONSTRAINT "renewal_reminder_application_id_valid_until_days_before_pk" PRIMARY KEY("application_id","valid_until","days_before")
);
--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "left_on" date;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_step" ADD CONSTRAINT "proposal_step_proposal_id_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stated_fact" ADD CONSTRAINT "stated_fact_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewal_confirmation" ADD CONSTRAINT "renewal_confirmation_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewal_confirmation" ADD CONSTRAINT "renewal_confirmation_outbox_id_sne_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."sne_outbox"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewal_reminder" ADD CONSTRAINT "renewal_reminder_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_one_open" ON "proposal" USING btree ("application_id","kind","subject") WHERE state in ('proposed', 'being_entered');--> statement-breakpoint
CREATE INDEX "proposal_application" ON "proposal" USING btree ("application_id","created_at");--> statement-breakpoint
CREATE INDEX "proposal_open" ON "proposal" USING btree ("created_at") WHERE state in ('proposed', 'being_entered');--> statement-breakpoint
CREATE INDEX "proposal_step_proposal" ON "proposal_step" USING btree ("proposal_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "renewal_confirmation_once" ON "renewal_confirmation" USING btree ("application_id","valid_until") WHERE state <> 'not_possible';--> statement-breakpoint
CREATE INDEX "renewal_confirmation_to_enter" ON "renewal_confirmation" USING btree ("valid_until") WHERE state = 'confirmed';--> statement-breakpoint
grant select, insert, update on proposal, renewal_confirmation, renewal_reminder to guichet_app;
--> statement-breakpoint
grant select, insert, update, delete on stated_fact to guichet_app;
--> statement-breakpoint
-- The trace of what was asked and agreed to: written once.
create trigger proposal_step_written_once before update or delete or truncate on proposal_step
	for each statement execute function refuse_rewriting();
--> statement-breakpoint
grant select, insert on proposal_step to guichet_app;
