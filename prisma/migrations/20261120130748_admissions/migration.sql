-- CreateTable
CREATE TABLE "admission" (
    "ticket_id" UUID NOT NULL,
    "admitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "door" TEXT,

    CONSTRAINT "admission_pkey" PRIMARY KEY ("ticket_id")
);

-- AddForeignKey
ALTER TABLE "admission" ADD CONSTRAINT "admission_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
