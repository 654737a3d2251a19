CREATE TABLE "upkeep_report" (
	"task" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"found" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "paper_file" ADD COLUMN "scan" "scan_verdict" DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
grant select, insert, update on upkeep_report to guichet_app;
