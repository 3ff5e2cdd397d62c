-- AlterTable
ALTER TABLE "hold" ADD COLUMN     "extended_at" TIMESTAMPTZ(3),
ADD COLUMN     "offer_id" UUID,
ADD COLUMN     "offered_indexes" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "offered_until" TIMESTAMPTZ(3);

-- What a datamodel cannot say.

ALTER TABLE "hold" ALTER COLUMN "offered_indexes" SET NOT NULL;

-- An offer has an id, seats and an end, or is not there.
ALTER TABLE "hold" ADD CONSTRAINT "hold_offer" CHECK (
  CASE WHEN "offer_id" IS NULL THEN "offered_until" IS NULL AND cardinality("offered_indexes") = 0
    ELSE "offered_until" IS NOT NULL AND cardinality("offered_indexes") BETWEEN 1 AND 10
  END
);
CREATE INDEX "hold_offer_due" ON "hold" ("offered_until") WHERE "offer_id" IS NOT NULL;

-- Ten minutes, or up to thirty where the fan asked for more time or started to pay.
ALTER TABLE "hold" DROP CONSTRAINT "hold_length";
ALTER TABLE "hold" ADD CONSTRAINT "hold_length" CHECK (
  "expires_at" > "first_held_at" AND "expires_at" <= "first_held_at" + interval '30 minutes'
  AND ("payment_started_at" IS NOT NULL OR "extended_at" IS NOT NULL
    OR "expires_at" <= "first_held_at" + interval '10 minutes')
);
