-- AlterTable
ALTER TABLE "posting" DROP COLUMN "fee_refunded_at";
