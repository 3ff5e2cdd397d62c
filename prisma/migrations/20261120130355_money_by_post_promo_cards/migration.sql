-- CreateEnum
CREATE TYPE "posting_status" AS ENUM ('due', 'created', 'in_production', 'mailed', 'delivered', 'failed');

-- CreateEnum
CREATE TYPE "promo_scope" AS ENUM ('ticket', 'order');

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "customer_id" TEXT,
ADD COLUMN     "payment_method_id" TEXT;

-- AlterTable
ALTER TABLE "performance" ADD COLUMN     "post_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "cart" ADD COLUMN     "promo_code" TEXT;

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "postage_amount" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "discount_amount" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "stripe_customer" (
    "user_id" UUID NOT NULL,
    "customer_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stripe_customer_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "postage_rate" (
    "organizer_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" INTEGER NOT NULL,
    "lead_days" INTEGER NOT NULL DEFAULT 14,

    CONSTRAINT "postage_rate_pkey" PRIMARY KEY ("organizer_id","currency")
);

-- CreateTable
CREATE TABLE "posting" (
    "order_id" UUID NOT NULL,
    "status" "posting_status" NOT NULL DEFAULT 'due',
    "letter_id" TEXT,
    "expected_on" DATE,
    "failure" TEXT,
    "fee_refunded_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "posting_pkey" PRIMARY KEY ("order_id")
);

-- CreateTable
CREATE TABLE "promo_code" (
    "id" UUID NOT NULL,
    "organizer_id" UUID NOT NULL,
    "event_id" UUID,
    "code" TEXT NOT NULL,
    "scope" "promo_scope" NOT NULL DEFAULT 'order',
    "percent_off" INTEGER,
    "amount_off" INTEGER,
    "currency" CHAR(3),
    "minimum_amount" INTEGER,
    "max_uses" INTEGER,
    "max_per_customer" INTEGER,
    "used_count" INTEGER NOT NULL DEFAULT 0,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "promo_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promo_use" (
    "order_id" UUID NOT NULL,
    "promo_code_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "returned_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "promo_use_pkey" PRIMARY KEY ("order_id","promo_code_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "stripe_customer_customer_id_key" ON "stripe_customer"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "posting_letter_id_key" ON "posting"("letter_id");

-- CreateIndex
CREATE INDEX "posting_status_asked_at_idx" ON "posting"("status", "asked_at");

-- CreateIndex
CREATE UNIQUE INDEX "promo_code_organizer_id_code_key" ON "promo_code"("organizer_id", "code");

-- CreateIndex
CREATE INDEX "promo_use_promo_code_id_email_idx" ON "promo_use"("promo_code_id", "email");

-- AddForeignKey
ALTER TABLE "stripe_customer" ADD CONSTRAINT "stripe_customer_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "postage_rate" ADD CONSTRAINT "postage_rate_organizer_id_fkey" FOREIGN KEY ("organizer_id") REFERENCES "organizer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posting" ADD CONSTRAINT "posting_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promo_code" ADD CONSTRAINT "promo_code_organizer_id_fkey" FOREIGN KEY ("organizer_id") REFERENCES "organizer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promo_code" ADD CONSTRAINT "promo_code_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promo_use" ADD CONSTRAINT "promo_use_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promo_use" ADD CONSTRAINT "promo_use_promo_code_id_fkey" FOREIGN KEY ("promo_code_id") REFERENCES "promo_code"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What no code path may get wrong.
ALTER TABLE "order" ADD CONSTRAINT "order_postage" CHECK ("postage_amount" BETWEEN 0 AND "total_amount");
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_discount" CHECK ("discount_amount" >= 0);
ALTER TABLE "postage_rate" ADD CONSTRAINT "postage_rate_sane" CHECK ("amount" >= 0 AND "lead_days" >= 0 AND "currency" ~ '^[A-Z]{3}$');
ALTER TABLE "promo_code" ADD CONSTRAINT "promo_code_kind" CHECK (
  num_nonnulls("percent_off", "amount_off") = 1
  AND ("percent_off" BETWEEN 1 AND 100 OR "percent_off" IS NULL)
  AND ("amount_off" > 0 OR "amount_off" IS NULL)
  AND ("currency" IS NOT NULL OR ("amount_off" IS NULL AND "minimum_amount" IS NULL))
);
ALTER TABLE "promo_code" ADD CONSTRAINT "promo_code_upper" CHECK ("code" = upper("code") AND "code" <> '');
-- The last word on how often a code is used, whatever the code around it counts.
ALTER TABLE "promo_code" ADD CONSTRAINT "promo_code_uses" CHECK ("used_count" >= 0 AND "used_count" <= "max_uses");
