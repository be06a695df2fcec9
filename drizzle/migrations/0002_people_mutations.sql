CREATE TABLE "person_mutations" (
	"shop_id" text NOT NULL,
	"mutation_id" uuid NOT NULL,
	"person_id" text NOT NULL,
	"answer" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_mutations_shop_id_mutation_id_pk" PRIMARY KEY("shop_id","mutation_id")
);
--> statement-breakpoint
ALTER TABLE "person_mutations" ADD CONSTRAINT "person_mutations_shop_id_person_id_people_shop_id_id_fk" FOREIGN KEY ("shop_id","person_id") REFERENCES "public"."people"("shop_id","id") ON DELETE cascade ON UPDATE no action;