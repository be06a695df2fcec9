CREATE TYPE "public"."attachment_kind" AS ENUM('inspiration', 'drawing');--> statement-breakpoint
CREATE TYPE "public"."contact_role" AS ENUM('customer', 'vendor');--> statement-breakpoint
CREATE TYPE "public"."change_kind" AS ENUM('created', 'moved', 'undone', 'edited', 'closed', 'reopened', 'deleted', 'attachment_added', 'attachment_removed');--> statement-breakpoint
CREATE TYPE "public"."hold_reason" AS ENUM('customer', 'stones', 'vendor', 'deposit', 'other');--> statement-breakpoint
CREATE TYPE "public"."job_outcome" AS ENUM('picked_up', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."job_status" AS ENUM('QN', 'AVQ', 'CR', 'IP', 'RP', 'OH');--> statement-breakpoint
CREATE TYPE "public"."order_type" AS ENUM('custom', 'repair');--> statement-breakpoint
CREATE TYPE "public"."person_role" AS ENUM('admin', 'salesperson', 'jeweler', 'viewer');--> statement-breakpoint
CREATE TABLE "attachments" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"job_number" integer NOT NULL,
	"kind" "attachment_kind" NOT NULL,
	"file_name" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer,
	"height" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "attachments_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "attachments_not_empty" CHECK ("attachments"."bytes" > 0)
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"company" text,
	"roles" "contact_role"[] NOT NULL,
	"email" text,
	"phone" text,
	"address" text,
	"tax_exempt" boolean DEFAULT false NOT NULL,
	"tax_number" text,
	"notes" text,
	"mutation_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "contacts_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "contacts_mutation" UNIQUE("shop_id","mutation_id"),
	CONSTRAINT "contacts_have_a_role" CHECK (cardinality("contacts"."roles") > 0),
	CONSTRAINT "contacts_have_a_name" CHECK ("contacts"."name" <> '')
);
--> statement-breakpoint
CREATE TABLE "job_events" (
	"shop_id" text NOT NULL,
	"version" bigint NOT NULL,
	"job_number" integer NOT NULL,
	"kind" "change_kind" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" text,
	"by_name" text,
	"fact" jsonb NOT NULL,
	"set" jsonb,
	"gone" boolean DEFAULT false NOT NULL,
	"mutation_id" uuid,
	"answer" jsonb,
	CONSTRAINT "job_events_shop_id_version_pk" PRIMARY KEY("shop_id","version"),
	CONSTRAINT "job_events_mutation" UNIQUE("shop_id","mutation_id"),
	CONSTRAINT "job_events_version_positive" CHECK ("job_events"."version" > 0),
	CONSTRAINT "job_events_moved_was_asked" CHECK ("job_events"."kind" <> 'moved' or "job_events"."set" is not null)
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"shop_id" text NOT NULL,
	"number" integer NOT NULL,
	"type" "order_type" NOT NULL,
	"status" "job_status" NOT NULL,
	"rank" text collate "C" NOT NULL,
	"version" bigint NOT NULL,
	"title" text,
	"customer_id" text NOT NULL,
	"customer_name" text NOT NULL,
	"customer_company" text,
	"customer_email" text,
	"customer_phone" text,
	"customer_address" text,
	"customer_tax_exempt" boolean NOT NULL,
	"customer_tax_number" text,
	"vendor_id" text,
	"vendor_name" text,
	"salesperson_id" text NOT NULL,
	"jeweler_id" text,
	"promised_on" date NOT NULL,
	"status_since" timestamp (3) with time zone NOT NULL,
	"rush" boolean DEFAULT false NOT NULL,
	"location" text,
	"notes" text,
	"budget_cents" bigint,
	"declared_value_cents" bigint,
	"spec" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"hold_reason" "hold_reason",
	"hold_note" text,
	"hold_until" date,
	"held_from" "job_status",
	"held_clock" timestamp (3) with time zone,
	"cover" jsonb,
	"images" integer DEFAULT 0 NOT NULL,
	"documents" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"outcome" "job_outcome",
	"closing_reason" text,
	CONSTRAINT "jobs_shop_id_number_pk" PRIMARY KEY("shop_id","number"),
	CONSTRAINT "jobs_number_positive" CHECK ("jobs"."number" > 0),
	CONSTRAINT "jobs_version_positive" CHECK ("jobs"."version" > 0),
	CONSTRAINT "jobs_closed_has_outcome" CHECK (("jobs"."closed_at" is null) = ("jobs"."outcome" is null)),
	CONSTRAINT "jobs_cancelled_has_reason" CHECK ("jobs"."outcome" <> 'cancelled' or "jobs"."closing_reason" is not null),
	CONSTRAINT "jobs_hold_has_reason" CHECK (("jobs"."status" = 'OH') = ("jobs"."hold_reason" is not null)),
	CONSTRAINT "jobs_hold_has_origin" CHECK (("jobs"."status" = 'OH') = ("jobs"."held_from" is not null)),
	CONSTRAINT "jobs_hold_not_from_hold" CHECK ("jobs"."held_from" <> 'OH'),
	CONSTRAINT "jobs_awaiting_vendor_has_vendor" CHECK ("jobs"."status" <> 'AVQ' or "jobs"."vendor_name" is not null),
	CONSTRAINT "jobs_vendor_is_named" CHECK (("jobs"."vendor_id" is null) = ("jobs"."vendor_name" is null))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" "person_role" NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "people_email" UNIQUE("shop_id","email"),
	CONSTRAINT "people_email_is_lower_case" CHECK ("people"."email" = lower("people"."email"))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sessions_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "shops" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"aging" jsonb NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL,
	"last_job_number" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shops_version_not_negative" CHECK ("shops"."version" >= 0),
	CONSTRAINT "shops_last_job_number_not_negative" CHECK ("shops"."last_job_number" >= 0)
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_shop_id_job_number_jobs_shop_id_number_fk" FOREIGN KEY ("shop_id","job_number") REFERENCES "public"."jobs"("shop_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_events" ADD CONSTRAINT "job_events_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_shop_id_customer_id_contacts_shop_id_id_fk" FOREIGN KEY ("shop_id","customer_id") REFERENCES "public"."contacts"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_shop_id_vendor_id_contacts_shop_id_id_fk" FOREIGN KEY ("shop_id","vendor_id") REFERENCES "public"."contacts"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_shop_id_salesperson_id_people_shop_id_id_fk" FOREIGN KEY ("shop_id","salesperson_id") REFERENCES "public"."people"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_shop_id_jeweler_id_people_shop_id_id_fk" FOREIGN KEY ("shop_id","jeweler_id") REFERENCES "public"."people"("shop_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_shop_id_person_id_people_shop_id_id_fk" FOREIGN KEY ("shop_id","person_id") REFERENCES "public"."people"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_by_job" ON "attachments" USING btree ("shop_id","job_number");--> statement-breakpoint
CREATE INDEX "job_events_by_job" ON "job_events" USING btree ("shop_id","job_number","version");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_board_place" ON "jobs" USING btree ("shop_id","status","rank") WHERE "jobs"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "jobs_by_customer" ON "jobs" USING btree ("shop_id","customer_id");--> statement-breakpoint
CREATE INDEX "jobs_by_vendor" ON "jobs" USING btree ("shop_id","vendor_id");--> statement-breakpoint
CREATE INDEX "people_by_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE INDEX "people_by_id" ON "people" USING btree ("id");--> statement-breakpoint
CREATE INDEX "sessions_by_id" ON "sessions" USING btree ("id");--> statement-breakpoint
CREATE INDEX "sessions_by_person" ON "sessions" USING btree ("shop_id","person_id");