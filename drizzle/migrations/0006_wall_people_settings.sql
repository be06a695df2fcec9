CREATE TYPE "public"."link_kind" AS ENUM('invitation', 'password');--> statement-breakpoint
CREATE TABLE "access_links" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" "link_kind" NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" text,
	"name" text,
	"role" "person_role",
	"made_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "access_links_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "access_links_password_has_person" CHECK ("access_links"."kind" <> 'password' or "access_links"."person_id" is not null),
	CONSTRAINT "access_links_invitation_has_role" CHECK ("access_links"."kind" <> 'invitation' or ("access_links"."role" is not null and "access_links"."name" is not null))
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_id" text,
	"by_name" text,
	"by_device" text,
	"fact" jsonb NOT NULL,
	CONSTRAINT "audit_entries_shop_id_id_pk" PRIMARY KEY("shop_id","id")
);
--> statement-breakpoint
CREATE TABLE "display_codes" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "displays" (
	"shop_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb NOT NULL,
	"token_hash" text NOT NULL,
	"paired_at" timestamp (3) with time zone NOT NULL,
	"paired_by" text,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "displays_shop_id_id_pk" PRIMARY KEY("shop_id","id"),
	CONSTRAINT "displays_token" UNIQUE("shop_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "seen_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "settings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "logo" jsonb;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "settings_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "shops" ADD COLUMN "rules_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "access_links" ADD CONSTRAINT "access_links_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_links" ADD CONSTRAINT "access_links_shop_id_person_id_people_shop_id_id_fk" FOREIGN KEY ("shop_id","person_id") REFERENCES "public"."people"("shop_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "displays" ADD CONSTRAINT "displays_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_links_by_token" ON "access_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "access_links_by_person" ON "access_links" USING btree ("shop_id","person_id");--> statement-breakpoint
CREATE INDEX "audit_entries_by_time" ON "audit_entries" USING btree ("shop_id","at","id");--> statement-breakpoint
CREATE INDEX "display_codes_by_token" ON "display_codes" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "display_codes_by_expiry" ON "display_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "displays_by_token" ON "displays" USING btree ("token_hash");--> statement-breakpoint
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'audit_entries is append-only';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries
FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
