DROP INDEX "conversation_waiting";--> statement-breakpoint
CREATE INDEX "paper_to_check_of" ON "paper" USING btree ("application_id") WHERE state in ('received', 'being_checked');--> statement-breakpoint
CREATE INDEX "conversation_waiting" ON "conversation" USING btree ("waiting_since","application_id") WHERE state = 'waiting';