CREATE TABLE "landlord" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"communes" text[] DEFAULT '{}' NOT NULL,
	"source" text,
	"confirmed" boolean DEFAULT false NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "landlord_name" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "registering_body" (
	"code" char(5) PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"address" text,
	"confirmed" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "registering_body_code" CHECK (code ~ '^[0-9A-Z]{5}$')
);

--> statement-breakpoint
grant select, insert, update on registering_body, landlord to guichet_app;
