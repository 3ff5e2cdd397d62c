-- AlterTable
ALTER TABLE "order" ADD COLUMN     "waived_amount" INTEGER NOT NULL DEFAULT 0;

-- What is waived is all that was left of the seats: nothing but the letter is paid then.
ALTER TABLE "order" ADD CONSTRAINT "order_waived"
  CHECK ("waived_amount" >= 0 AND ("waived_amount" = 0 OR "total_amount" = "postage_amount"));
