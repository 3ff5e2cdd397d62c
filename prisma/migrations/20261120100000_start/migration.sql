-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "session_kind" AS ENUM ('guest', 'user');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'manager', 'finance', 'door');

-- CreateEnum
CREATE TYPE "payment_status" AS ENUM ('open', 'authorized', 'captured', 'cancelled');

-- CreateEnum
CREATE TYPE "performance_status" AS ENUM ('draft', 'published', 'cancelled');

-- CreateEnum
CREATE TYPE "seat_status" AS ENUM ('free', 'held', 'sold', 'blocked');

-- CreateEnum
CREATE TYPE "order_status" AS ENUM ('pending', 'authorized', 'confirmed', 'paid', 'partially_refunded', 'refunded', 'cancelled');

-- CreateEnum
CREATE TYPE "cancel_reason" AS ENUM ('by_hand', 'expired', 'declined', 'seats_lost');

-- CreateEnum
CREATE TYPE "delivery_method" AS ENUM ('email', 'post');

-- CreateEnum
CREATE TYPE "ticket_status" AS ENUM ('valid', 'void');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT,
    "kind" "session_kind" NOT NULL,
    "user_id" UUID,
    "guest_id" UUID,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organizer" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "stripe_account_id" TEXT,
    "fee_basis_points" INTEGER NOT NULL DEFAULT 250,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "user_id" UUID NOT NULL,
    "organizer_id" UUID NOT NULL,
    "role" "role" NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("user_id","organizer_id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "organizer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "role" "role" NOT NULL DEFAULT 'manager',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "status" "payment_status" NOT NULL DEFAULT 'open',
    "amount" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "checkout_session_id" TEXT,
    "checkout_url" TEXT,
    "payment_intent_id" TEXT,
    "brand" TEXT,
    "last4" TEXT,
    "last_decline" TEXT,
    "captured_amount" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund" (
    "id" UUID NOT NULL,
    "payment_id" UUID NOT NULL,
    "stripe_refund_id" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_event" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stripe_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "venue" (
    "id" UUID NOT NULL,
    "organizer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "timezone" TEXT NOT NULL,
    "address" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "venue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat_map" (
    "id" UUID NOT NULL,
    "venue_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "seat_count" INTEGER NOT NULL,
    "plan" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "seat_map_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat" (
    "seat_map_id" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "x" INTEGER NOT NULL,
    "y" INTEGER NOT NULL,
    "category" SMALLINT NOT NULL,
    "flags" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "seat_pkey" PRIMARY KEY ("seat_map_id","index")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "organizer_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "subtitle" TEXT,
    "description" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "image_url" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "performance" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "venue_id" UUID NOT NULL,
    "seat_map_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "doors_at" TIMESTAMPTZ(3),
    "on_sale_at" TIMESTAMPTZ(3),
    "status" "performance_status" NOT NULL DEFAULT 'draft',
    "currency" CHAR(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "performance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_type" (
    "id" UUID NOT NULL,
    "performance_id" UUID NOT NULL,
    "category_index" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "position" SMALLINT NOT NULL DEFAULT 0,
    "amount" INTEGER NOT NULL,

    CONSTRAINT "ticket_type_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat_change" (
    "id" BIGSERIAL NOT NULL,
    "performance_id" UUID NOT NULL,
    "seat_indexes" INTEGER[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "seat_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat_feed" (
    "performance_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "seat_feed_pkey" PRIMARY KEY ("performance_id")
);

-- CreateTable
CREATE TABLE "seat_batch" (
    "performance_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "seats" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "seat_batch_pkey" PRIMARY KEY ("performance_id","version")
);

-- CreateTable
CREATE TABLE "performance_seat" (
    "performance_id" UUID NOT NULL,
    "seat_index" INTEGER NOT NULL,
    "seat_map_id" UUID NOT NULL,
    "status" "seat_status" NOT NULL DEFAULT 'free',
    "hold_id" UUID,
    "held_until" TIMESTAMPTZ(3),
    "ticket_type_id" UUID,
    "price_amount" INTEGER,
    "ticket_id" UUID,

    CONSTRAINT "performance_seat_pkey" PRIMARY KEY ("performance_id","seat_index")
);

-- CreateTable
CREATE TABLE "cart" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "guest_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hold" (
    "id" UUID NOT NULL,
    "cart_id" UUID NOT NULL,
    "performance_id" UUID NOT NULL,
    "seat_indexes" INTEGER[],
    "seat_count" INTEGER NOT NULL DEFAULT 0,
    "first_held_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "payment_started_at" TIMESTAMPTZ(3),

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "access_token" TEXT NOT NULL,
    "cart_id" UUID,
    "user_id" UUID,
    "guest_id" UUID,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" "order_status" NOT NULL DEFAULT 'pending',
    "cancel_reason" "cancel_reason",
    "currency" CHAR(3) NOT NULL,
    "total_amount" INTEGER NOT NULL,
    "delivery" "delivery_method" NOT NULL DEFAULT 'email',
    "address" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "authorized_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "paid_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "performance_id" UUID NOT NULL,
    "seat_index" INTEGER NOT NULL,
    "seat_label" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "row" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "category_name" TEXT NOT NULL,
    "ticket_type_id" UUID NOT NULL,
    "ticket_type_name" TEXT NOT NULL,
    "price_amount" INTEGER NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "performance_id" UUID NOT NULL,
    "seat_index" INTEGER NOT NULL,
    "holder" TEXT NOT NULL,
    "serial" INTEGER NOT NULL DEFAULT 1,
    "status" "ticket_status" NOT NULL DEFAULT 'valid',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_mail" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "provider_id" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "order_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "caller" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "body" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("caller","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "organizer_slug_key" ON "organizer"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "organizer_stripe_account_id_key" ON "organizer"("stripe_account_id");

-- CreateIndex
CREATE INDEX "membership_organizer_id_idx" ON "membership"("organizer_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key"("key_hash");

-- CreateIndex
CREATE INDEX "api_key_organizer_id_idx" ON "api_key"("organizer_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_order_id_key" ON "payment"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_checkout_session_id_key" ON "payment"("checkout_session_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_payment_intent_id_key" ON "payment"("payment_intent_id");

-- CreateIndex
CREATE INDEX "payment_status_updated_at_idx" ON "payment"("status", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "refund_stripe_refund_id_key" ON "refund"("stripe_refund_id");

-- CreateIndex
CREATE INDEX "venue_organizer_id_idx" ON "venue"("organizer_id");

-- CreateIndex
CREATE UNIQUE INDEX "seat_map_venue_id_name_version_key" ON "seat_map"("venue_id", "name", "version");

-- CreateIndex
CREATE UNIQUE INDEX "seat_seat_map_id_label_key" ON "seat"("seat_map_id", "label");

-- CreateIndex
CREATE UNIQUE INDEX "event_slug_key" ON "event"("slug");

-- CreateIndex
CREATE INDEX "event_organizer_id_idx" ON "event"("organizer_id");

-- CreateIndex
CREATE INDEX "event_category_idx" ON "event"("category");

-- CreateIndex
CREATE INDEX "performance_event_id_starts_at_idx" ON "performance"("event_id", "starts_at");

-- CreateIndex
CREATE INDEX "performance_starts_at_idx" ON "performance"("starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "performance_id_seat_map_id_key" ON "performance"("id", "seat_map_id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_type_performance_id_category_index_position_key" ON "ticket_type"("performance_id", "category_index", "position");

-- CreateIndex
CREATE INDEX "seat_change_performance_id_id_idx" ON "seat_change"("performance_id", "id");

-- CreateIndex
CREATE INDEX "seat_batch_created_at_idx" ON "seat_batch"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "cart_user_id_key" ON "cart"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "cart_guest_id_key" ON "cart"("guest_id");

-- CreateIndex
CREATE UNIQUE INDEX "hold_cart_id_performance_id_key" ON "hold"("cart_id", "performance_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_reference_key" ON "order"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "order_access_token_key" ON "order"("access_token");

-- CreateIndex
CREATE INDEX "order_user_id_created_at_idx" ON "order"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "order_guest_id_created_at_idx" ON "order"("guest_id", "created_at");

-- CreateIndex
CREATE INDEX "order_cart_id_idx" ON "order"("cart_id");

-- CreateIndex
CREATE INDEX "order_status_expires_at_idx" ON "order"("status", "expires_at");

-- CreateIndex
CREATE INDEX "order_line_performance_id_idx" ON "order_line"("performance_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_line_order_id_performance_id_seat_index_key" ON "order_line"("order_id", "performance_id", "seat_index");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_order_line_id_key" ON "ticket"("order_line_id");

-- CreateIndex
CREATE INDEX "ticket_order_id_idx" ON "ticket"("order_id");

-- CreateIndex
CREATE INDEX "ticket_performance_id_idx" ON "ticket"("performance_id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_id_performance_id_seat_index_key" ON "ticket"("id", "performance_id", "seat_index");

-- CreateIndex
CREATE UNIQUE INDEX "order_mail_order_id_kind_key" ON "order_mail"("order_id", "kind");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organizer_id_fkey" FOREIGN KEY ("organizer_id") REFERENCES "organizer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organizer_id_fkey" FOREIGN KEY ("organizer_id") REFERENCES "organizer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "venue" ADD CONSTRAINT "venue_organizer_id_fkey" FOREIGN KEY ("organizer_id") REFERENCES "organizer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_map" ADD CONSTRAINT "seat_map_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "venue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_seat_map_id_fkey" FOREIGN KEY ("seat_map_id") REFERENCES "seat_map"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_organizer_id_fkey" FOREIGN KEY ("organizer_id") REFERENCES "organizer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance" ADD CONSTRAINT "performance_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance" ADD CONSTRAINT "performance_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "venue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance" ADD CONSTRAINT "performance_seat_map_id_fkey" FOREIGN KEY ("seat_map_id") REFERENCES "seat_map"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_type" ADD CONSTRAINT "ticket_type_performance_id_fkey" FOREIGN KEY ("performance_id") REFERENCES "performance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat_feed" ADD CONSTRAINT "seat_feed_performance_id_fkey" FOREIGN KEY ("performance_id") REFERENCES "performance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance_seat" ADD CONSTRAINT "performance_seat_performance_id_seat_map_id_fkey" FOREIGN KEY ("performance_id", "seat_map_id") REFERENCES "performance"("id", "seat_map_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "performance_seat" ADD CONSTRAINT "performance_seat_seat_map_id_seat_index_fkey" FOREIGN KEY ("seat_map_id", "seat_index") REFERENCES "seat"("seat_map_id", "index") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart" ADD CONSTRAINT "cart_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_cart_id_fkey" FOREIGN KEY ("cart_id") REFERENCES "cart"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_performance_id_fkey" FOREIGN KEY ("performance_id") REFERENCES "performance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "order_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_performance_id_fkey" FOREIGN KEY ("performance_id") REFERENCES "performance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_mail" ADD CONSTRAINT "order_mail_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a datamodel cannot say.

-- Room on each page for the next version of a row, so that claims stay HOT (no index is touched).
ALTER TABLE "performance_seat" SET (fillfactor = 50);

-- A seat has exactly one kind of owner, and only that owner's columns are filled.
ALTER TABLE "performance_seat" ADD CONSTRAINT "performance_seat_one_owner" CHECK (
  CASE "status"
    WHEN 'held' THEN "hold_id" IS NOT NULL AND "held_until" IS NOT NULL AND "ticket_type_id" IS NOT NULL
      AND "price_amount" IS NOT NULL AND "ticket_id" IS NULL
    WHEN 'sold' THEN "ticket_id" IS NOT NULL AND "hold_id" IS NULL AND "held_until" IS NULL
    ELSE "hold_id" IS NULL AND "held_until" IS NULL AND "ticket_type_id" IS NULL
      AND "price_amount" IS NULL AND "ticket_id" IS NULL
  END
);
ALTER TABLE "performance_seat" ADD CONSTRAINT "performance_seat_price" CHECK ("price_amount" >= 0);

-- A sold seat's ticket is a ticket for that very seat, and a valid ticket stands on one seat only.
ALTER TABLE "performance_seat" ADD CONSTRAINT "performance_seat_ticket_fkey"
  FOREIGN KEY ("ticket_id", "performance_id", "seat_index")
  REFERENCES "ticket" ("id", "performance_id", "seat_index") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_seat_fkey"
  FOREIGN KEY ("performance_id", "seat_index") REFERENCES "performance_seat" ("performance_id", "seat_index");
CREATE UNIQUE INDEX "ticket_one_valid_per_seat" ON "ticket" ("performance_id", "seat_index") WHERE "status" = 'valid';

-- Ten seats, ten minutes, thirty with the one extension for paying.
ALTER TABLE "hold" DROP COLUMN "seat_count";
ALTER TABLE "hold" ADD COLUMN "seat_count" INTEGER GENERATED ALWAYS AS (cardinality("seat_indexes")) STORED NOT NULL;
ALTER TABLE "hold" ADD CONSTRAINT "hold_seat_count" CHECK ("seat_count" <= 10);
CREATE INDEX "hold_due" ON "hold" ("expires_at") WHERE "seat_count" > 0;
ALTER TABLE "hold" ADD CONSTRAINT "hold_length" CHECK (
  "expires_at" > "first_held_at" AND "expires_at" <= "first_held_at" + interval '30 minutes'
  AND ("payment_started_at" IS NOT NULL OR "expires_at" <= "first_held_at" + interval '10 minutes')
);

ALTER TABLE "cart" ADD CONSTRAINT "cart_one_owner" CHECK (num_nonnulls("user_id", "guest_id") = 1);

ALTER TABLE "ticket_type" ADD CONSTRAINT "ticket_type_amount" CHECK ("amount" >= 0);
ALTER TABLE "performance" ADD CONSTRAINT "performance_currency" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "seat_map" ADD CONSTRAINT "seat_map_seat_count" CHECK ("seat_count" BETWEEN 1 AND 200000);

-- An order is cancelled for a reason, and only then.
ALTER TABLE "order" ADD CONSTRAINT "order_cancel_reason" CHECK (("status" = 'cancelled') = ("cancel_reason" IS NOT NULL));
ALTER TABLE "order" ADD CONSTRAINT "order_total" CHECK ("total_amount" >= 0);
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_price" CHECK ("price_amount" >= 0);
ALTER TABLE "payment" ADD CONSTRAINT "payment_captured" CHECK (
  "captured_amount" BETWEEN 0 AND "amount" AND (("status" = 'captured') = ("captured_amount" > 0))
);
ALTER TABLE "refund" ADD CONSTRAINT "refund_amount" CHECK ("amount" > 0);

ALTER TABLE "hold" ALTER COLUMN "seat_indexes" SET NOT NULL;
ALTER TABLE "seat_change" ALTER COLUMN "seat_indexes" SET NOT NULL;
