ALTER TABLE "helper_mandate" DROP CONSTRAINT "helper_mandate_accepted";--> statement-breakpoint
ALTER TABLE "helper_account" ADD COLUMN "code_hash" text;--> statement-breakpoint
ALTER TABLE "helper_account" ADD COLUMN "code_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "helper_account" ADD COLUMN "code_sent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "helper_mandate" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "helper_mandate" ADD CONSTRAINT "helper_mandate_erased" CHECK ((erased_at is null or account_id is null) and (erased_at is null) = (contact <> ''));--> statement-breakpoint
ALTER TABLE "helper_mandate" ADD CONSTRAINT "helper_mandate_accepted" CHECK (erased_at is not null or (accepted_at is null) = (account_id is null));
--> statement-breakpoint
-- An account that has helped nobody for long is deleted, and the address goes from what is over. Rights and end stay as they were granted.
grant delete on helper_account to guichet_app;
--> statement-breakpoint
grant update (contact, erased_at) on helper_mandate to guichet_app;
