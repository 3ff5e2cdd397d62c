-- AlterTable
ALTER TABLE "hold" ADD COLUMN     "offered_for" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

ALTER TABLE "hold" ALTER COLUMN "offered_for" SET NOT NULL;
