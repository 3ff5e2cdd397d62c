-- AlterTable
ALTER TABLE "performance" ADD COLUMN     "announced_at" TIMESTAMPTZ(3),
ADD COLUMN     "published_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "follow" (
    "user_id" UUID NOT NULL,
    "organizer_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_pkey" PRIMARY KEY ("user_id","organizer_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "follow_token_key" ON "follow"("token");

-- CreateIndex
CREATE INDEX "follow_organizer_id_user_id_idx" ON "follow"("organizer_id", "user_id");

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_organizer_id_fkey" FOREIGN KEY ("organizer_id") REFERENCES "organizer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was there before has been published, and is no news.
UPDATE performance SET published_at = created_at, announced_at = created_at WHERE status <> 'draft';

-- Search. pg_trgm is a trusted extension: who may CREATE in the database may add it, without being a superuser.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Text without case, accents and apostrophes: what is typed is folded the same way (foldText in lib/events/finding/rules.ts).
CREATE FUNCTION fold_text(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(replace(replace(translate(regexp_replace(lower(normalize($1, NFKD)), '[\u0300-\u036f''’]', '', 'g'),
  'øłđı', 'oldi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe');

-- Not in the datamodel, which cannot say GENERATED: only lib/events/finding/queries.ts reads these, in SQL.
ALTER TABLE event ADD COLUMN search_text TEXT GENERATED ALWAYS AS
  (fold_text(title || ' ' || coalesce(subtitle, '') || ' ' || category)) STORED;
ALTER TABLE organizer ADD COLUMN search_text TEXT GENERATED ALWAYS AS (fold_text(name)) STORED;
ALTER TABLE venue ADD COLUMN search_text TEXT GENERATED ALWAYS AS (fold_text(name || ' ' || city)) STORED;
CREATE INDEX event_search_text_idx ON event USING gin (search_text gin_trgm_ops);

-- Nearest words first, by index: ORDER BY word <-> 'nocturns'.
CREATE INDEX search_word_nearest_idx ON search_word USING gist (word gist_trgm_ops);

-- What applies migrations splits them at every semicolon, so those of the body are written \x3b.
CREATE FUNCTION note_search_words() RETURNS trigger LANGUAGE plpgsql AS E'BEGIN
  INSERT INTO search_word (word)
  SELECT DISTINCT w FROM regexp_split_to_table(NEW.search_text, ''[[:space:][:punct:]]+'') AS w
  WHERE length(w) BETWEEN 3 AND 40 ORDER BY w ON CONFLICT DO NOTHING\x3b
  RETURN NULL\x3b
END';

CREATE TRIGGER event_search_words AFTER INSERT OR UPDATE OF title, subtitle, category ON event
  FOR EACH ROW EXECUTE FUNCTION note_search_words();
CREATE TRIGGER organizer_search_words AFTER INSERT OR UPDATE OF name ON organizer
  FOR EACH ROW EXECUTE FUNCTION note_search_words();
CREATE TRIGGER venue_search_words AFTER INSERT OR UPDATE OF name, city ON venue
  FOR EACH ROW EXECUTE FUNCTION note_search_words();

INSERT INTO search_word (word)
SELECT DISTINCT w FROM (SELECT search_text FROM event UNION ALL SELECT search_text FROM organizer
  UNION ALL SELECT search_text FROM venue) AS t, regexp_split_to_table(t.search_text, '[[:space:][:punct:]]+') AS w
WHERE length(w) BETWEEN 3 AND 40;
