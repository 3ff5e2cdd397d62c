-- DropIndex
DROP INDEX "follow_token_key";

-- AlterTable
ALTER TABLE "follow" DROP CONSTRAINT "follow_pkey",
ADD COLUMN     "artist_id" UUID,
ALTER COLUMN "organizer_id" DROP NOT NULL,
ADD CONSTRAINT "follow_pkey" PRIMARY KEY ("token");

-- CreateTable
CREATE TABLE "artist" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "artist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_artist" (
    "event_id" UUID NOT NULL,
    "artist_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "event_artist_pkey" PRIMARY KEY ("event_id","artist_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "artist_slug_key" ON "artist"("slug");

-- CreateIndex
CREATE INDEX "event_artist_artist_id_event_id_idx" ON "event_artist"("artist_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_artist_event_id_position_key" ON "event_artist"("event_id", "position");

-- CreateIndex
CREATE INDEX "follow_artist_id_user_id_idx" ON "follow"("artist_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "follow_user_id_organizer_id_key" ON "follow"("user_id", "organizer_id");

-- CreateIndex
CREATE UNIQUE INDEX "follow_user_id_artist_id_key" ON "follow"("user_id", "artist_id");

-- AddForeignKey
ALTER TABLE "event_artist" ADD CONSTRAINT "event_artist_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_artist" ADD CONSTRAINT "event_artist_artist_id_fkey" FOREIGN KEY ("artist_id") REFERENCES "artist"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow" ADD CONSTRAINT "follow_artist_id_fkey" FOREIGN KEY ("artist_id") REFERENCES "artist"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A follow is of one: an organizer or an artist.
ALTER TABLE follow ADD CONSTRAINT follow_of_one CHECK (num_nonnulls(organizer_id, artist_id) = 1);
ALTER TABLE event_artist ADD CONSTRAINT event_artist_position CHECK (position BETWEEN 0 AND 19);

-- Search, as in find_events: what an artist is called, folded, is searched, and it is what makes two names one artist.
ALTER TABLE artist ADD COLUMN search_text TEXT GENERATED ALWAYS AS (fold_text(name)) STORED;
ALTER TABLE artist ADD CONSTRAINT artist_has_name CHECK (btrim(search_text) <> '');
CREATE UNIQUE INDEX artist_search_text_key ON artist (search_text);
CREATE INDEX artist_search_text_idx ON artist USING gin (search_text gin_trgm_ops);

CREATE TRIGGER artist_search_words AFTER INSERT OR UPDATE OF name ON artist
  FOR EACH ROW EXECUTE FUNCTION note_search_words();
