CREATE TYPE "public"."conversation_author" AS ENUM('applicant', 'helper', 'agent');--> statement-breakpoint
CREATE TYPE "public"."conversation_state" AS ENUM('waiting', 'answered', 'closed');--> statement-breakpoint
CREATE TABLE "conversation" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"state" "conversation_state" NOT NULL,
	"waiting_since" timestamp with time zone,
	"last_message_at" timestamp with time zone NOT NULL,
	"applicant_read_at" timestamp with time zone,
	"staff_read_at" timestamp with time zone,
	"staff_read_by" text,
	"opened_by" uuid,
	"opened_by_name" text,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closed_by_name" text,
	CONSTRAINT "conversation_waits_since" CHECK ((state = 'waiting') = (waiting_since is not null))
);
--> statement-breakpoint
CREATE TABLE "conversation_message" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"author" "conversation_author" NOT NULL,
	"author_id" uuid NOT NULL,
	"author_name" text,
	"body" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"sending_id" uuid NOT NULL,
	"paper_id" uuid,
	"asked_category" text,
	CONSTRAINT "conversation_message_sending" UNIQUE("application_id","sending_id"),
	CONSTRAINT "conversation_message_body" CHECK (length(body) between 1 and 4000),
	CONSTRAINT "conversation_message_named" CHECK (author = 'applicant' or author_name is not null)
);
--> statement-breakpoint
CREATE TABLE "conversation_note" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"body" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"sending_id" uuid NOT NULL,
	CONSTRAINT "conversation_note_sending" UNIQUE("application_id","sending_id"),
	CONSTRAINT "conversation_note_body" CHECK (length(body) between 1 and 2000)
);
--> statement-breakpoint
CREATE TABLE "reply_template" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"title" text NOT NULL,
	"body" jsonb NOT NULL,
	"position" smallint NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_message" ADD CONSTRAINT "conversation_message_application_id_conversation_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."conversation"("application_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_message" ADD CONSTRAINT "conversation_message_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_message" ADD CONSTRAINT "conversation_message_asked_category_paper_category_code_fk" FOREIGN KEY ("asked_category") REFERENCES "public"."paper_category"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_note" ADD CONSTRAINT "conversation_note_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversation_waiting" ON "conversation" USING btree ("waiting_since") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "conversation_last" ON "conversation" USING btree ("state","last_message_at");--> statement-breakpoint
CREATE INDEX "conversation_message_thread" ON "conversation_message" USING btree ("application_id","sent_at","id");--> statement-breakpoint
CREATE INDEX "conversation_note_thread" ON "conversation_note" USING btree ("application_id","written_at");--> statement-breakpoint
-- A message and a note are written once; they go with the request, a year after it is struck off.
grant select, insert, delete on conversation_message, conversation_note to guichet_app;
--> statement-breakpoint
grant select, insert, update, delete on conversation to guichet_app;
--> statement-breakpoint
grant select, insert, update on reply_template to guichet_app;
