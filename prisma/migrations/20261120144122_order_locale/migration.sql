-- AlterTable
ALTER TABLE "order" ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'en';
