-- AlterTable
ALTER TABLE "rate_limit" ADD COLUMN     "previous" INTEGER NOT NULL DEFAULT 0;
