CREATE TYPE "public"."figure_nature" AS ENUM('official', 'computed', 'extrapolated');--> statement-breakpoint
CREATE TYPE "public"."housing_programme" AS ENUM('PLAI', 'PLUS', 'PLS');--> statement-breakpoint
CREATE TABLE "ceiling_table" (
	"programme" "housing_programme" NOT NULL,
	"year" smallint NOT NULL,
	"amounts" integer[] NOT NULL,
	"nature" "figure_nature" NOT NULL,
	"source" text NOT NULL,
	"confirmed" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ceiling_table_programme_year_pk" PRIMARY KEY("programme","year"),
	CONSTRAINT "ceiling_table_amounts" CHECK (cardinality(amounts) = 7 and array_position(amounts, null) is null and 0 < all(amounts)),
	CONSTRAINT "ceiling_table_year" CHECK (year between 2020 and 2100),
	CONSTRAINT "ceiling_table_confirmed" CHECK (not (confirmed and nature = 'extrapolated'))
);
--> statement-breakpoint
grant select, insert, update on ceiling_table to guichet_app;
