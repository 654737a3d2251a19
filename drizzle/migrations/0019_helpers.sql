CREATE TYPE "public"."mandate_ender" AS ENUM('applicant', 'helper');--> statement-breakpoint
CREATE TABLE "helper_account" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"channel" text NOT NULL,
	"contact" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"locale" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "helper_account_contact_unique" UNIQUE("contact"),
	CONSTRAINT "helper_account_channel" CHECK ("channel" in ('email', 'sms')),
	CONSTRAINT "helper_account_name" CHECK (length("name") between 1 and 80)
);
--> statement-breakpoint
CREATE TABLE "helper_mandate" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" "helper_kind" NOT NULL,
	"name" text NOT NULL,
	"channel" "message_channel" NOT NULL,
	"contact" text NOT NULL,
	"rights" text[] NOT NULL,
	"link_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"invited_until" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"account_id" uuid,
	"accepted_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"stopped_at" timestamp with time zone,
	"stopped_by" "mandate_ender",
	CONSTRAINT "helper_mandate_link" UNIQUE("link_hash"),
	CONSTRAINT "helper_mandate_rights" CHECK (cardinality(rights) between 1 and 5 and rights <@ array['status','appointments','papers','facts','messages']),
	CONSTRAINT "helper_mandate_year" CHECK (ends_at > created_at and ends_at <= created_at + interval '368 days'),
	CONSTRAINT "helper_mandate_accepted" CHECK ((accepted_at is null) = (account_id is null)),
	CONSTRAINT "helper_mandate_stopped" CHECK ((stopped_at is null) = (stopped_by is null))
);
--> statement-breakpoint
ALTER TABLE "session" DROP CONSTRAINT "session_one_owner";--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "helper_account_id" uuid;--> statement-breakpoint
ALTER TABLE "helper_mandate" ADD CONSTRAINT "helper_mandate_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helper_mandate" ADD CONSTRAINT "helper_mandate_account_id_helper_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."helper_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "helper_mandate_application" ON "helper_mandate" USING btree ("application_id","created_at");--> statement-breakpoint
CREATE INDEX "helper_mandate_account" ON "helper_mandate" USING btree ("account_id");--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_helper_account_id_helper_account_id_fk" FOREIGN KEY ("helper_account_id") REFERENCES "public"."helper_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_helper" ON "session" USING btree ("helper_account_id");--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_one_owner" CHECK (num_nonnulls(applicant_account_id, staff_account_id, helper_account_id) = 1);
--> statement-breakpoint
grant select, insert, update on helper_account to guichet_app;
--> statement-breakpoint
-- What was granted, to whom and until when is written once: only what became of it may be added.
grant select, insert, update (account_id, accepted_at, declined_at, stopped_at, stopped_by) on helper_mandate to guichet_app;
