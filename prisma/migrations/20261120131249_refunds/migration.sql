-- CreateEnum
CREATE TYPE "refund_status" AS ENUM ('due', 'done', 'failed');

-- AlterTable
ALTER TABLE "refund" ADD COLUMN     "failure" TEXT,
ADD COLUMN     "status" "refund_status" NOT NULL DEFAULT 'due',
ALTER COLUMN "stripe_refund_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "ticket" ADD COLUMN     "refund_id" UUID;

-- CreateIndex
CREATE INDEX "refund_payment_id_idx" ON "refund"("payment_id");

-- CreateIndex
CREATE INDEX "refund_status_created_at_idx" ON "refund"("status", "created_at");

-- CreateIndex
CREATE INDEX "ticket_refund_id_idx" ON "ticket"("refund_id");

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_refund_id_fkey" FOREIGN KEY ("refund_id") REFERENCES "refund"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was written before there was a status had been done.
UPDATE "refund" SET "status" = 'done' WHERE "stripe_refund_id" IS NOT NULL;
ALTER TABLE "refund" ADD CONSTRAINT "refund_done" CHECK ("status" <> 'done' OR "stripe_refund_id" IS NOT NULL);
