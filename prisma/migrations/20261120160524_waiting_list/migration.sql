-- CreateEnum
CREATE TYPE "waiting_status" AS ENUM ('waiting', 'called', 'taken', 'missed', 'left', 'ended');

-- CreateEnum
CREATE TYPE "return_status" AS ENUM ('open', 'sold', 'taken_back', 'ended');

-- AlterTable
ALTER TABLE "performance" ADD COLUMN     "returnable" BOOLEAN NOT NULL DEFAULT true;

-- CreateTable
CREATE TABLE "waiting_entry" (
    "id" UUID NOT NULL,
    "performance_id" UUID NOT NULL,
    "category" SMALLINT NOT NULL,
    "seat_count" SMALLINT NOT NULL,
    "takes_fewer" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "user_id" UUID,
    "guest_id" UUID,
    "key" TEXT NOT NULL,
    "status" "waiting_status" NOT NULL DEFAULT 'waiting',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "seat_indexes" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "called_at" TIMESTAMPTZ(3),
    "called_until" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "waiting_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aside_seat" (
    "performance_id" UUID NOT NULL,
    "seat_index" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "aside_seat_pkey" PRIMARY KEY ("performance_id","seat_index")
);

-- CreateTable
CREATE TABLE "ticket_return" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "performance_id" UUID NOT NULL,
    "seat_index" INTEGER NOT NULL,
    "status" "return_status" NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "ticket_return_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "waiting_entry_key_key" ON "waiting_entry"("key");

-- CreateIndex
CREATE INDEX "waiting_entry_user_id_idx" ON "waiting_entry"("user_id");

-- CreateIndex
CREATE INDEX "waiting_entry_guest_id_idx" ON "waiting_entry"("guest_id");

-- CreateIndex
CREATE INDEX "ticket_return_ticket_id_idx" ON "ticket_return"("ticket_id");

-- AddForeignKey
ALTER TABLE "waiting_entry" ADD CONSTRAINT "waiting_entry_performance_id_fkey" FOREIGN KEY ("performance_id") REFERENCES "performance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiting_entry" ADD CONSTRAINT "waiting_entry_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_return" ADD CONSTRAINT "ticket_return_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a datamodel cannot say.

ALTER TABLE "waiting_entry" ALTER COLUMN "seat_indexes" SET NOT NULL;

-- One place in a line, and the line in its order.
CREATE UNIQUE INDEX "waiting_entry_one_live" ON "waiting_entry" ("performance_id", "category", lower("email"))
  WHERE "status" IN ('waiting', 'called');
CREATE INDEX "waiting_entry_line" ON "waiting_entry" ("performance_id", "category", "created_at", "id")
  WHERE "status" = 'waiting';
CREATE INDEX "waiting_entry_due" ON "waiting_entry" ("called_until") WHERE "status" = 'called';

-- Who is called has seats, no more than they asked for, and an end.
ALTER TABLE "waiting_entry" ADD CONSTRAINT "waiting_entry_seat_count" CHECK ("seat_count" BETWEEN 1 AND 10);
ALTER TABLE "waiting_entry" ADD CONSTRAINT "waiting_entry_status" CHECK (
  CASE "status"
    WHEN 'waiting' THEN num_nonnulls("called_at", "called_until", "ended_at") = 0 AND cardinality("seat_indexes") = 0
    WHEN 'called' THEN "called_until" > "called_at" AND "ended_at" IS NULL
      AND cardinality("seat_indexes") BETWEEN CASE WHEN "takes_fewer" THEN 1 ELSE "seat_count" END AND "seat_count"
    ELSE "ended_at" IS NOT NULL
  END
);

-- A ticket is returned once at a time.
CREATE UNIQUE INDEX "ticket_return_one_open" ON "ticket_return" ("ticket_id") WHERE "status" = 'open';
CREATE INDEX "ticket_return_offered" ON "ticket_return" ("performance_id", "created_at") WHERE "status" = 'open';
ALTER TABLE "ticket_return" ADD CONSTRAINT "ticket_return_ended" CHECK (
  ("status" = 'open') = ("ended_at" IS NULL)
);

-- A held seat may stand for a returned ticket, whose it is until it is sold again.
ALTER TABLE "performance_seat" DROP CONSTRAINT "performance_seat_one_owner";
ALTER TABLE "performance_seat" ADD CONSTRAINT "performance_seat_one_owner" CHECK (
  CASE "status"
    WHEN 'held' THEN "hold_id" IS NOT NULL AND "held_until" IS NOT NULL AND "ticket_type_id" IS NOT NULL
      AND "price_amount" IS NOT NULL
    WHEN 'sold' THEN "ticket_id" IS NOT NULL AND "hold_id" IS NULL AND "held_until" IS NULL
    ELSE "hold_id" IS NULL AND "held_until" IS NULL AND "ticket_type_id" IS NULL
      AND "price_amount" IS NULL AND "ticket_id" IS NULL
  END
);
