-- CreateEnum
CREATE TYPE "WebhookDeliveryKind" AS ENUM ('CHANGEMENTS', 'ESSAI');

-- CreateEnum
CREATE TYPE "WebhookDeliveryStatus" AS ENUM ('EN_ATTENTE', 'LIVREE', 'ABANDONNEE');

-- CreateEnum
CREATE TYPE "WebhookFailure" AS ENUM ('NOM_INCONNU', 'ADRESSE_REFUSEE', 'CONNEXION', 'CERTIFICAT', 'DELAI', 'REDIRECTION', 'STATUT', 'SECRET');

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "api_key_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,
    "secret_issued_at" TIMESTAMPTZ(3) NOT NULL,
    "previous_secret" BYTEA,
    "previous_secret_until" TIMESTAMPTZ(3),
    "feed_id" UUID NOT NULL,
    "announced_epoch" UUID NOT NULL,
    "announced_seq" BIGINT NOT NULL,
    "announced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failing_since" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "kind" "WebhookDeliveryKind" NOT NULL,
    "body" TEXT NOT NULL,
    "status" "WebhookDeliveryStatus" NOT NULL DEFAULT 'EN_ATTENTE',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_attempt_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "claimed_until" TIMESTAMPTZ(3),
    "last_attempt_at" TIMESTAMPTZ(3),
    "http_status" INTEGER,
    "duration_ms" INTEGER,
    "answer" TEXT,
    "failure" "WebhookFailure",

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_collectivite_id_idx" ON "webhook"("collectivite_id");

-- CreateIndex
CREATE INDEX "webhook_api_key_id_idx" ON "webhook"("api_key_id");

-- CreateIndex
CREATE INDEX "webhook_feed_id_idx" ON "webhook"("feed_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_created_at_id_idx" ON "webhook_delivery"("webhook_id", "created_at", "id");

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_key"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: what a webhook and a delivery must be, whatever writes them.
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_url_check" CHECK ("url" ~ '^https?://' AND char_length("url") <= 2000);
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_previous_secret_check" CHECK (
    num_nonnulls("previous_secret", "previous_secret_until") IN (0, 2)
    AND extract(epoch FROM "previous_secret_until" - "secret_issued_at") BETWEEN 0 AND 30 * 86400
);
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_next_attempt_check" CHECK (("status" = 'EN_ATTENTE') = ("next_attempt_at" IS NOT NULL));
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_answer_check" CHECK (char_length("answer") <= 500);

-- What is to be sent, and what a webhook waits for before it is told more: one announcement and one trial at most.
CREATE INDEX "webhook_delivery_waiting_idx" ON "webhook_delivery"("next_attempt_at") WHERE "status" = 'EN_ATTENTE';
CREATE UNIQUE INDEX "webhook_delivery_one_waiting_key" ON "webhook_delivery"("webhook_id", "kind") WHERE "status" = 'EN_ATTENTE';

-- The journal keeps no secret, not even sealed, nor how far a webhook was told.
CALL journalise_table('webhook', 'id', 'r.collectivite_id, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid',
    'jsonb_build_object(''api_key_id:nom'', (SELECT nom FROM api_key WHERE id = r.api_key_id))',
    'collectivite_id,secret,previous_secret,feed_id,announced_epoch,announced_seq,announced_at,failing_since');
