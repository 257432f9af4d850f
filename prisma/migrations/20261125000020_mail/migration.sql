-- AlterTable
ALTER TABLE "invitation" ADD COLUMN "send_refusal" TEXT,
ADD COLUMN "sent_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "rate_limit_expires_at_idx" ON "rate_limit"("expires_at");

-- What Prisma does not model: an address waits for one answer at most in a collectivité.
CREATE UNIQUE INDEX "invitation_waiting_key" ON "invitation"("collectivite_id", "email") WHERE "accepted_at" IS NULL;
