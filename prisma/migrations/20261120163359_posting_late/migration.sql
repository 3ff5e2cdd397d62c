-- AlterTable
ALTER TABLE "posting" ADD COLUMN     "late_at" TIMESTAMPTZ(3);
