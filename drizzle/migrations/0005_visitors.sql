CREATE INDEX "appointment_holder" ON "appointment" USING btree ("holder_hash","created_at") WHERE holder_hash is not null;--> statement-breakpoint
-- One upcoming appointment a verified telephone or e-mail, and at most a few codes an hour to each: looked up at every booking.
create index visitor_contact_phone on visitor_contact (phone) where verified_at is not null;
--> statement-breakpoint
create index visitor_contact_email on visitor_contact (email) where verified_at is not null;
--> statement-breakpoint
create index message_visitor_code on message (recipient, created_at) where kind = 'visitor-code';
--> statement-breakpoint
-- What somebody typed and never confirmed is not kept.
grant delete on visitor_contact to guichet_app;
