CREATE TYPE "public"."paper_channel" AS ENUM('phone', 'counter');--> statement-breakpoint
CREATE TYPE "public"."paper_mark" AS ENUM('unusable', 'out_of_scope', 'obsolete');--> statement-breakpoint
CREATE TYPE "public"."scan_verdict" AS ENUM('waiting', 'clean', 'infected', 'unscanned_accepted');--> statement-breakpoint
CREATE TYPE "public"."paper_file_state" AS ENUM('sending', 'arrived', 'refused');--> statement-breakpoint
CREATE TYPE "public"."sealed_object_role" AS ENUM('part', 'original', 'page', 'clean');--> statement-breakpoint
CREATE TABLE "unscanned_waiver" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"statement" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"given_by" text NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "paper_file" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"paper_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"rotation" smallint DEFAULT 0 NOT NULL,
	"file_name" text NOT NULL,
	"declared_type" text NOT NULL,
	"media_type" text,
	"expected_bytes" integer,
	"received_bytes" integer DEFAULT 0 NOT NULL,
	"byte_size" integer,
	"sha256" char(64),
	"state" "paper_file_state" NOT NULL,
	"trouble" text,
	"sending_id" uuid NOT NULL,
	"object_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"last_byte_at" timestamp with time zone NOT NULL,
	"prepared_at" timestamp with time zone,
	CONSTRAINT "paper_file_rotation" CHECK (rotation in (0, 90, 180, 270)),
	CONSTRAINT "paper_file_received" CHECK (received_bytes >= 0),
	CONSTRAINT "paper_file_refused" CHECK ((state = 'refused') = (trouble is not null)),
	CONSTRAINT "paper_file_content" CHECK (state <> 'arrived' or (byte_size is not null and sha256 is not null and media_type is not null and (object_id is not null) = (prepared_at is null)))
);
--> statement-breakpoint
CREATE TABLE "paper_page" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"paper_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"file_id" uuid,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"rotation" smallint DEFAULT 0 NOT NULL,
	"object_id" uuid NOT NULL,
	CONSTRAINT "paper_page_number" CHECK (number >= 1),
	CONSTRAINT "paper_page_rotation" CHECK (rotation in (0, 90, 180, 270))
);
--> statement-breakpoint
CREATE TABLE "sealed_object" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"paper_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"role" "sealed_object_role" NOT NULL,
	"file_id" uuid,
	"from_byte" integer,
	"storage_key" text NOT NULL,
	"wrapped_key" "bytea" NOT NULL,
	"master_key_version" text NOT NULL,
	"seal" smallint DEFAULT 2 NOT NULL,
	"byte_size" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sealed_object_storage_key_unique" UNIQUE("storage_key"),
	CONSTRAINT "sealed_object_size" CHECK (byte_size > 0),
	CONSTRAINT "sealed_object_of_file" CHECK ((role = 'part') = (file_id is not null and from_byte is not null))
);
--> statement-breakpoint
ALTER TABLE "paper" DROP CONSTRAINT "paper_storage_key_unique";--> statement-breakpoint
ALTER TABLE "paper" DROP CONSTRAINT "paper_size";--> statement-breakpoint
ALTER TABLE "paper" DROP CONSTRAINT "paper_content";--> statement-breakpoint
ALTER TABLE "paper" DROP CONSTRAINT "paper_content_present";--> statement-breakpoint
ALTER TABLE "paper" ALTER COLUMN "received_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "channel" "paper_channel" DEFAULT 'phone' NOT NULL;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "created_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "page_count" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "scan" "scan_verdict" DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "scanned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "prepare_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "prepare_tries" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "waiting_for" text;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "prepared_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "clean_object_id" uuid;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "trouble" text;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "mark" "paper_mark";--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "deposited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "deposited_by" text;--> statement-breakpoint
ALTER TABLE "paper" ADD COLUMN "destroyed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "paper_file" ADD CONSTRAINT "paper_file_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_file" ADD CONSTRAINT "paper_file_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_file" ADD CONSTRAINT "paper_file_object_id_sealed_object_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."sealed_object"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_page" ADD CONSTRAINT "paper_page_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_page" ADD CONSTRAINT "paper_page_file_id_paper_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."paper_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_page" ADD CONSTRAINT "paper_page_object_id_sealed_object_id_fk" FOREIGN KEY ("object_id") REFERENCES "public"."sealed_object"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_object" ADD CONSTRAINT "sealed_object_paper_id_paper_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."paper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_object" ADD CONSTRAINT "sealed_object_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_object" ADD CONSTRAINT "sealed_object_file_id_paper_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."paper_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_file_paper" ON "paper_file" USING btree ("paper_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "paper_file_sending" ON "paper_file" USING btree ("application_id","sending_id");--> statement-breakpoint
CREATE INDEX "paper_page_paper" ON "paper_page" USING btree ("paper_id","number");--> statement-breakpoint
CREATE INDEX "sealed_object_paper" ON "sealed_object" USING btree ("paper_id");--> statement-breakpoint
CREATE INDEX "sealed_object_key_version" ON "sealed_object" USING btree ("master_key_version");--> statement-breakpoint
CREATE UNIQUE INDEX "sealed_object_part" ON "sealed_object" USING btree ("file_id","from_byte");--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_clean_object_id_sealed_object_id_fk" FOREIGN KEY ("clean_object_id") REFERENCES "public"."sealed_object"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_to_prepare" ON "paper" USING btree ("prepare_at") WHERE prepare_at is not null;--> statement-breakpoint
CREATE INDEX "paper_to_empty" ON "paper" USING btree ("deposited_at") WHERE deposited_at is not null and destroyed_at is null;--> statement-breakpoint
-- Papers that are here become papers of one file; their content stays sealed as it was (seal 1), until it is prepared.
update paper set created_at = received_at;--> statement-breakpoint
alter table paper alter column created_at set not null;--> statement-breakpoint
insert into sealed_object (paper_id, application_id, role, storage_key, wrapped_key, master_key_version, seal, byte_size, created_at)
select id, application_id, 'original', storage_key, wrapped_key, master_key_version, 1, byte_size, received_at
from paper where storage_key is not null;--> statement-breakpoint
insert into paper_file (paper_id, application_id, position, file_name, declared_type, media_type, expected_bytes,
	received_bytes, byte_size, sha256, state, sending_id, object_id, created_at, last_byte_at)
select p.id, p.application_id, 1, p.file_name, p.media_type, p.media_type, p.byte_size,
	p.byte_size, p.byte_size, p.sha256, 'arrived', p.sending_id, o.id, p.received_at, p.received_at
from paper p join sealed_object o on o.paper_id = p.id;--> statement-breakpoint
update paper set prepare_at = received_at where storage_key is not null;--> statement-breakpoint
update paper set destroyed_at = coalesce(checked_at, received_at) where storage_key is null;--> statement-breakpoint
update paper set deposited_at = coalesce(checked_at, received_at), deposited_by = coalesce(checked_by, 'system')
where state = 'passed_on';--> statement-breakpoint
update paper set scan = 'infected', trouble = 'infected' where state = 'refused_infected';--> statement-breakpoint
ALTER TABLE "paper" DROP COLUMN "file_name";--> statement-breakpoint
ALTER TABLE "paper" DROP COLUMN "media_type";--> statement-breakpoint
ALTER TABLE "paper" DROP COLUMN "byte_size";--> statement-breakpoint
ALTER TABLE "paper" DROP COLUMN "sha256";--> statement-breakpoint
ALTER TABLE "paper" DROP COLUMN "storage_key";--> statement-breakpoint
ALTER TABLE "paper" DROP COLUMN "wrapped_key";--> statement-breakpoint
ALTER TABLE "paper" DROP COLUMN "master_key_version";--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_received" CHECK (received_at is not null or state = 'receiving');--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_deposited" CHECK ((deposited_at is null) = (deposited_by is null));--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_destroyed" CHECK (destroyed_at is null or clean_object_id is null);--> statement-breakpoint
ALTER TABLE "paper" ADD CONSTRAINT "paper_content_kept" CHECK (destroyed_at is null or trouble is not null or state in ('passed_on', 'deleted', 'refused_infected'));--> statement-breakpoint
-- What a paper is made of belongs to the request of the paper.
alter table paper add constraint paper_id_application unique (id, application_id);
--> statement-breakpoint
alter table paper_file
	add constraint paper_file_of_application foreign key (paper_id, application_id) references paper (id, application_id);
--> statement-breakpoint
alter table sealed_object
	add constraint sealed_object_of_application foreign key (paper_id, application_id) references paper (id, application_id);
--> statement-breakpoint
-- Content goes with its key; a draft given up and a paper a year after striking off go whole.
grant select, insert, update, delete on paper_file, paper_page, sealed_object to guichet_app;
--> statement-breakpoint
grant delete on paper to guichet_app;
--> statement-breakpoint
grant select, insert, update on unscanned_waiver to guichet_app;
