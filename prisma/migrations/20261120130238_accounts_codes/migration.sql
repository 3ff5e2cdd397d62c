-- CreateEnum
CREATE TYPE "code_purpose" AS ENUM ('verify_email', 'verify_phone', 'reset_password', 'open_order');

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "email_verified_at" TIMESTAMPTZ(3),
ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'en',
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "phone_verified_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "sign_up" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "phone" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code" (
    "purpose" "code_purpose" NOT NULL,
    "subject_hash" TEXT NOT NULL,
    "nonce" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "window_tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "code_pkey" PRIMARY KEY ("purpose","subject_hash")
);

-- CreateTable
CREATE TABLE "address" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "line1" TEXT NOT NULL,
    "line2" TEXT,
    "city" TEXT NOT NULL,
    "region" TEXT,
    "postal_code" TEXT,
    "country" CHAR(2) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "address_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sign_up_expires_at_idx" ON "sign_up"("expires_at");

-- CreateIndex
CREATE INDEX "code_window_start_idx" ON "code"("window_start");

-- CreateIndex
CREATE INDEX "address_user_id_idx" ON "address"("user_id");

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Guessing stops here, whatever the code above it does.
ALTER TABLE "code" ADD CONSTRAINT code_tries_check CHECK (tries BETWEEN 0 AND 5);
ALTER TABLE "code" ADD CONSTRAINT code_window_tries_check CHECK (window_tries BETWEEN 0 AND 20);

-- No number, nothing verified.
ALTER TABLE "user" ADD CONSTRAINT user_phone_verified_check CHECK (phone_verified_at IS NULL OR phone IS NOT NULL);

-- The orders of a guest are found by the email that turned out to be an account's.
CREATE INDEX order_guest_email_idx ON "order" (lower(email)) WHERE user_id IS NULL;
