CREATE TYPE "public"."counter_notice_kind" AS ENUM('closed', 'shorter_hours', 'long_wait', 'moved', 'other');--> statement-breakpoint
CREATE TABLE "counter_hours" (
	"counter_id" uuid NOT NULL,
	"weekday" smallint NOT NULL,
	"opens_at" time NOT NULL,
	"closes_at" time NOT NULL,
	CONSTRAINT "counter_hours_counter_id_weekday_opens_at_pk" PRIMARY KEY("counter_id","weekday","opens_at"),
	CONSTRAINT "counter_hours_day" CHECK (weekday between 1 and 7),
	CONSTRAINT "counter_hours_length" CHECK (opens_at < closes_at)
);
--> statement-breakpoint
CREATE TABLE "counter_notice" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"counter_id" uuid NOT NULL,
	"kind" "counter_notice_kind" NOT NULL,
	"words" text,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "counter_notice_order" CHECK (from_day <= until_day),
	CONSTRAINT "counter_notice_words" CHECK (char_length(words) between 1 and 300),
	CONSTRAINT "counter_notice_says_something" CHECK (kind <> 'other' or words is not null)
);
--> statement-breakpoint
CREATE TABLE "counter_week" (
	"counter_id" uuid PRIMARY KEY NOT NULL,
	"confirmed" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "counter_hours" ADD CONSTRAINT "counter_hours_counter_id_counter_week_counter_id_fk" FOREIGN KEY ("counter_id") REFERENCES "public"."counter_week"("counter_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_notice" ADD CONSTRAINT "counter_notice_counter_id_counter_id_fk" FOREIGN KEY ("counter_id") REFERENCES "public"."counter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter_week" ADD CONSTRAINT "counter_week_counter_id_counter_id_fk" FOREIGN KEY ("counter_id") REFERENCES "public"."counter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "counter_notice_days" ON "counter_notice" USING btree ("counter_id","until_day");--> statement-breakpoint
CREATE UNIQUE INDEX "counter_notice_once" ON "counter_notice" USING btree ("counter_id","kind","from_day","until_day",coalesce(words, '')) WHERE withdrawn_at is null;--> statement-breakpoint
grant select, insert, update on counter_week to guichet_app;--> statement-breakpoint
grant select, insert, delete on counter_hours to guichet_app;--> statement-breakpoint
grant select, insert, update on counter_notice to guichet_app;
