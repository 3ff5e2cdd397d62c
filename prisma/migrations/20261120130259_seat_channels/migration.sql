-- AlterTable
ALTER TABLE "seat_feed" ADD COLUMN     "batched_at" TIMESTAMPTZ(3),
ADD COLUMN     "overview_at" TIMESTAMPTZ(3),
ADD COLUMN     "overview_version" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "section_versions" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- AlterTable
ALTER TABLE "seat_batch" ADD COLUMN     "parts" JSONB;

-- Written by hand from here on.
ALTER TABLE "seat_feed" ALTER COLUMN "section_versions" SET NOT NULL;

-- What was numbered before is behind every section alike
UPDATE "seat_feed" f SET
  "overview_version" = f."version",
  "section_versions" = array_fill(f."version", ARRAY[jsonb_array_length(m."plan" -> 'sections')])
FROM "performance" p JOIN "seat_map" m ON m."id" = p."seat_map_id"
WHERE p."id" = f."performance_id" AND f."version" > 0 AND (m."plan" -> 'seats' ->> 'count')::int > 5000;
