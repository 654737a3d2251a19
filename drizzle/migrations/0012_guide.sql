CREATE TYPE "public"."passage_kind" AS ENUM('chapter', 'word', 'question', 'counter', 'page');--> statement-breakpoint
CREATE TABLE "guide_feedback" (
	"day" date NOT NULL,
	"page" text NOT NULL,
	"locale" text NOT NULL,
	"useful" integer DEFAULT 0 NOT NULL,
	"not_useful" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "guide_feedback_day_page_locale_pk" PRIMARY KEY("day","page","locale"),
	CONSTRAINT "guide_feedback_counts" CHECK (useful >= 0 and not_useful >= 0)
);
--> statement-breakpoint
CREATE TABLE "search_index" (
	"locale" text PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"indexed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_passage" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"locale" text NOT NULL,
	"kind" "passage_kind" NOT NULL,
	"address" text NOT NULL,
	"anchor" text,
	"title" text NOT NULL,
	"heading" text,
	"body" text NOT NULL,
	"vector" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_word" (
	"locale" text NOT NULL,
	"word" text NOT NULL,
	CONSTRAINT "search_word_locale_word_pk" PRIMARY KEY("locale","word")
);
--> statement-breakpoint
CREATE INDEX "search_passage_vector" ON "search_passage" USING gin ("vector");--> statement-breakpoint
CREATE INDEX "search_passage_locale" ON "search_passage" USING btree ("locale");--> statement-breakpoint
CREATE INDEX "search_word_letters" ON "search_word" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
grant select, insert, update, delete on search_passage, search_word to guichet_app;
--> statement-breakpoint
grant select, insert, update on search_index, guide_feedback to guichet_app;
--> statement-breakpoint
-- Stems of each language over words without accents: people type without them. Ukrainian has no stemmer here.
create text search configuration guichet_fr (copy = french);
--> statement-breakpoint
create text search configuration guichet_en (copy = english);
--> statement-breakpoint
create text search configuration guichet_it (copy = italian);
--> statement-breakpoint
create text search configuration guichet_pt (copy = portuguese);
--> statement-breakpoint
create text search configuration guichet_ar (copy = arabic);
--> statement-breakpoint
create text search configuration guichet_uk (copy = simple);
--> statement-breakpoint
alter text search configuration guichet_fr alter mapping for hword, hword_part, word with unaccent, french_stem;
--> statement-breakpoint
alter text search configuration guichet_en alter mapping for hword, hword_part, word with unaccent, english_stem;
--> statement-breakpoint
alter text search configuration guichet_it alter mapping for hword, hword_part, word with unaccent, italian_stem;
--> statement-breakpoint
alter text search configuration guichet_pt alter mapping for hword, hword_part, word with unaccent, portuguese_stem;
