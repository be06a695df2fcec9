-- Text without case and accents: what searches look at. Written in SQL, so that it can stand in generated columns.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE FUNCTION fold_text(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
	SELECT lower(regexp_replace(normalize(value, NFD), '[\u0300-\u036f]', '', 'g'))
$$;
--> statement-breakpoint
CREATE TABLE "object_removals" (
	"shop_id" text NOT NULL,
	"key" text NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "object_removals_shop_id_key_pk" PRIMARY KEY("shop_id","key")
);
--> statement-breakpoint
CREATE TABLE "contact_mutations" (
	"shop_id" text NOT NULL,
	"mutation_id" uuid NOT NULL,
	"contact_id" text NOT NULL,
	"answer" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_mutations_shop_id_mutation_id_pk" PRIMARY KEY("shop_id","mutation_id")
);
--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "caption" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "cleaned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "by_id" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "by_name" text;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "search" text GENERATED ALWAYS AS (fold_text(name || ' ' || coalesce(company, '') || ' ' || coalesce(email, ''))) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "phone_digits" text GENERATED ALWAYS AS (regexp_replace(coalesce(phone, ''), '\D', '', 'g')) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "job_events" ADD COLUMN "by_device" text;--> statement-breakpoint
ALTER TABLE "object_removals" ADD CONSTRAINT "object_removals_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_mutations" ADD CONSTRAINT "contact_mutations_shop_id_contact_id_contacts_shop_id_id_fk" FOREIGN KEY ("shop_id","contact_id") REFERENCES "public"."contacts"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "object_removals_by_due" ON "object_removals" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "contacts_by_search" ON "contacts" USING gin (search gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "contacts_by_phone" ON "contacts" USING gin (phone_digits gin_trgm_ops);