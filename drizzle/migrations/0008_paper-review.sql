ALTER TYPE "public"."paper_state" ADD VALUE 'set_aside' BEFORE 'passed_on';--> statement-breakpoint
CREATE TABLE "paper_desk" (
	"paper_id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "paper_note" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"paper_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"text" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "resend_reason" (
	"code" text PRIMARY KEY NOT NULL,
	"label" jsonb NOT NULL,
	"said" jsonb NOT NULL,
	"advice" jsonb NOT NULL,
	"mark" "paper_mark",
	"drawing" text,
	"again" boolean DEFAULT true NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"position" smallint NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "staff_account" ADD COLUMN "reads_sensitive" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "told" jsonb;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "paper_desk" ADD CONSTRAINT "paper_desk_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_note" ADD CONSTRAINT "paper_note_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_note" ADD CONSTRAINT "paper_note_staff_id_staff_account_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff_account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_note_paper" ON "paper_note" USING btree ("paper_id","written_at");--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_merged_into_paper_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."paper"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
-- Reasons are retired, never deleted. A note goes with its paper; a desk is taken and left.
grant select, insert, update on resend_reason to guichet_app;
--> statement-breakpoint
grant select, insert, delete on paper_note to guichet_app;
--> statement-breakpoint
grant select, insert, update, delete on paper_desk to guichet_app;
