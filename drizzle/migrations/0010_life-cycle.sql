ALTER TYPE "public"."event_kind" ADD VALUE 'priority_flagged' BEFORE 'instruction_started';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'priority_lifted' BEFORE 'instruction_started';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'dalo_recognised' BEFORE 'instruction_started';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'dalo_transferred' BEFORE 'instruction_started';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'dalo_ended' BEFORE 'instruction_started';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'condition_met' BEFORE 'offer_sent';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'condition_not_met' BEFORE 'offer_sent';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'rank_not_reached' BEFORE 'offer_sent';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'offer_acceptance_declared' BEFORE 'offer_accepted';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'offer_refusal_declared' BEFORE 'offer_accepted';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'offer_withdrawn' BEFORE 'renewal_notice_sent';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'warned_no_contact' BEFORE 'struck_off_housed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'warned_inadmissible' BEFORE 'struck_off_housed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'warning_answered' BEFORE 'struck_off_housed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'merged' BEFORE 'struck_off_housed';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'struck_off_merged' BEFORE 'reinstated';--> statement-breakpoint
ALTER TYPE "public"."event_kind" ADD VALUE 'entered_in_error';--> statement-breakpoint
ALTER TYPE "public"."request_state" ADD VALUE 'offer_answered' BEFORE 'offer_accepted';--> statement-breakpoint
CREATE INDEX "application_offer_open" ON "application" USING btree ("id") WHERE state = 'offer_sent';