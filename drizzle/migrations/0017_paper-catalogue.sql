ALTER TABLE "paper_category" ADD COLUMN "refused" jsonb DEFAULT '{"fr":""}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "paper_category" ADD COLUMN "drawing" text;--> statement-breakpoint
ALTER TABLE "paper_category" ADD COLUMN "active" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "paper_category" ADD COLUMN "updated_at" timestamp with time zone;