-- L3: what searches look at, beside the jobs, so that a move touches none of it.
CREATE EXTENSION IF NOT EXISTS btree_gin;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
--> statement-breakpoint
-- Text as words between single blanks, without case, accents and signs.
CREATE FUNCTION search_text(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
	SELECT regexp_replace(fold_text(value), '[^[:alnum:]]+', ' ', 'g')
$$;
--> statement-breakpoint
-- The words of a job: its number (with and without zeros) and what stands on its card with weight A, notes with weight D.
CREATE FUNCTION job_words_of(number integer, told text, notes text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT setweight(to_tsvector('pg_catalog.simple', concat_ws(' ',
			number::text, lpad(number::text, greatest(6, length(number::text)), '0'), search_text(told))), 'A')
		|| setweight(to_tsvector('pg_catalog.simple', coalesce(search_text(notes), '')), 'D')
$$;
--> statement-breakpoint
CREATE TABLE "job_search" (
	"shop_id" text NOT NULL,
	"number" integer NOT NULL,
	"customer" text collate "C" NOT NULL,
	"words" "tsvector" NOT NULL,
	"phone_digits" text NOT NULL,
	CONSTRAINT "job_search_shop_id_number_pk" PRIMARY KEY("shop_id","number")
);
--> statement-breakpoint
CREATE TABLE "job_words" (
	"shop_id" text NOT NULL,
	"word" text collate "C" NOT NULL,
	CONSTRAINT "job_words_shop_id_word_pk" PRIMARY KEY("shop_id","word")
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "preferences" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "job_search" ADD CONSTRAINT "job_search_shop_id_number_jobs_shop_id_number_fk" FOREIGN KEY ("shop_id","number") REFERENCES "public"."jobs"("shop_id","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_words" ADD CONSTRAINT "job_words_shop_id_shops_id_fk" FOREIGN KEY ("shop_id") REFERENCES "public"."shops"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_search_by_words" ON "job_search" USING gin (shop_id,words) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "job_search_by_phone" ON "job_search" USING gin (shop_id,phone_digits gin_trgm_ops) WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "job_search_by_customer" ON "job_search" USING btree ("shop_id","customer","number");--> statement-breakpoint
CREATE INDEX "job_words_by_part" ON "job_words" USING gin (shop_id,word gin_trgm_ops) WITH (fastupdate=false);--> statement-breakpoint
-- The digits of a phone number; a zero in brackets is not dialled from where the country is.
CREATE FUNCTION phone_digits_of(phone text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT regexp_replace(coalesce(phone, ''), '\(0\)|\D', '', 'g')
$$;
--> statement-breakpoint
CREATE FUNCTION keep_job_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO job_search (shop_id, number, customer, words, phone_digits)
	VALUES (
		new.shop_id, new.number, fold_text(new.customer_name),
		job_words_of(new.number,
			concat_ws(' ', new.title, new.customer_name, new.customer_company, new.vendor_name), new.notes),
		phone_digits_of(new.customer_phone)
	)
	ON CONFLICT (shop_id, number) DO UPDATE SET
		customer = excluded.customer, words = excluded.words, phone_digits = excluded.phone_digits;
	RETURN NULL;
END;
$$;
--> statement-breakpoint
-- In the order of the words, so that two writers never wait for each other.
CREATE FUNCTION keep_job_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO job_words (shop_id, word)
	SELECT new.shop_id, word FROM unnest(tsvector_to_array(new.words)) AS word
	WHERE word !~ '^[0-9]+$' AND length(word) BETWEEN 2 AND 40
	ORDER BY word COLLATE "C"
	ON CONFLICT DO NOTHING;
	RETURN NULL;
END;
$$;
--> statement-breakpoint
-- The words of a shop that begin with what was meant: one mistake in up to six letters, two in more. Trigrams find them
-- by the index, the distance tells which are meant.
CREATE FUNCTION similar_job_words(shop text, typed text) RETURNS SETOF text LANGUAGE sql STABLE
SET pg_trgm.word_similarity_threshold = 0.3 AS $$
	SELECT word FROM (
		SELECT word, least(
			levenshtein_less_equal(left(word, length(typed) - 1), typed, 2),
			levenshtein_less_equal(left(word, length(typed)), typed, 2),
			levenshtein_less_equal(left(word, length(typed) + 1), typed, 2)
		) AS mistakes
		FROM job_words WHERE shop_id = shop AND word %> typed
	) AS likely
	WHERE mistakes <= CASE WHEN length(typed) > 6 THEN 2 ELSE 1 END
	ORDER BY mistakes, abs(length(word) - length(typed)), word LIMIT 12
$$;
--> statement-breakpoint
CREATE TRIGGER job_search_of_new_job AFTER INSERT ON jobs
FOR EACH ROW EXECUTE FUNCTION keep_job_search();
--> statement-breakpoint
CREATE TRIGGER job_search_of_edited_job AFTER UPDATE OF title, customer_name, customer_company, customer_phone, notes ON jobs
FOR EACH ROW WHEN (
	(old.title, old.customer_name, old.customer_company, old.customer_phone, old.notes)
	IS DISTINCT FROM (new.title, new.customer_name, new.customer_company, new.customer_phone, new.notes)
) EXECUTE FUNCTION keep_job_search();
--> statement-breakpoint
-- Every move saves the vendor; apart from the others, so that it compares no notes.
CREATE TRIGGER job_search_of_vendor AFTER UPDATE OF vendor_name ON jobs
FOR EACH ROW WHEN (old.vendor_name IS DISTINCT FROM new.vendor_name) EXECUTE FUNCTION keep_job_search();
--> statement-breakpoint
CREATE TRIGGER job_words_of_search AFTER INSERT OR UPDATE OF words ON job_search
FOR EACH ROW EXECUTE FUNCTION keep_job_words();
--> statement-breakpoint
-- The jobs that are there already; their words follow by the trigger.
INSERT INTO job_search (shop_id, number, customer, words, phone_digits)
SELECT shop_id, number, fold_text(customer_name),
	job_words_of(number, concat_ws(' ', title, customer_name, customer_company, vendor_name), notes),
	phone_digits_of(customer_phone)
FROM jobs;
