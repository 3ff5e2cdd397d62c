-- CreateEnum
CREATE TYPE "transfer_status" AS ENUM ('offered', 'accepted', 'taken_back', 'ended');

-- AlterTable
ALTER TABLE "performance" ADD COLUMN     "transferable" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "owner_email" TEXT,
ADD COLUMN     "owner_guest_id" UUID,
ADD COLUMN     "owner_key" TEXT,
ADD COLUMN     "owner_user_id" UUID;

-- CreateTable
CREATE TABLE "ticket_transfer" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "status" "transfer_status" NOT NULL DEFAULT 'offered',
    "offer_key" TEXT NOT NULL,
    "from_name" TEXT NOT NULL,
    "from_email" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "to_email" TEXT NOT NULL,
    "serial_before" INTEGER NOT NULL,
    "serial_after" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "ticket_transfer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ticket_transfer_offer_key_key" ON "ticket_transfer"("offer_key");

-- CreateIndex
CREATE INDEX "ticket_transfer_ticket_id_idx" ON "ticket_transfer"("ticket_id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_transfer_ticket_id_serial_after_key" ON "ticket_transfer"("ticket_id", "serial_after");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_owner_key_key" ON "ticket"("owner_key");

-- CreateIndex
CREATE INDEX "ticket_owner_user_id_idx" ON "ticket"("owner_user_id");

-- CreateIndex
CREATE INDEX "ticket_owner_guest_id_idx" ON "ticket"("owner_guest_id");

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_owner_user_id_fkey" FOREIGN KEY ("owner_user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_transfer" ADD CONSTRAINT "ticket_transfer_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a datamodel cannot say.

-- A ticket is offered to one person at a time, and who accepts gets the next serial.
CREATE UNIQUE INDEX "ticket_transfer_one_open" ON "ticket_transfer" ("ticket_id") WHERE "status" = 'offered';
ALTER TABLE "ticket_transfer" ADD CONSTRAINT "ticket_transfer_serial" CHECK (
  ("status" = 'accepted') = ("serial_after" IS NOT NULL) AND "serial_after" = "serial_before" + 1
);
ALTER TABLE "ticket_transfer" ADD CONSTRAINT "ticket_transfer_ended" CHECK (
  ("status" = 'offered') = ("ended_at" IS NULL)
);

-- Who has a ticket that was passed on has a key to it.
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_owner" CHECK (
  num_nonnulls("owner_user_id", "owner_guest_id", "owner_email") = 0 OR "owner_key" IS NOT NULL
);
