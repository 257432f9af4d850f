-- CreateTable
CREATE TABLE "mention" (
    "id" UUID NOT NULL,
    "commentaire_id" UUID NOT NULL,
    "user_id" UUID,
    "service_id" UUID,
    "fiche_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mention_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "mention_one_check" CHECK (num_nonnulls("user_id", "service_id", "fiche_id") = 1)
);

-- CreateIndex
CREATE INDEX "mention_user_id_idx" ON "mention"("user_id");

-- CreateIndex
CREATE INDEX "mention_service_id_idx" ON "mention"("service_id");

-- CreateIndex
CREATE INDEX "mention_fiche_id_idx" ON "mention"("fiche_id");

-- CreateIndex
CREATE UNIQUE INDEX "mention_commentaire_id_user_id_service_id_fiche_id_key" ON "mention"("commentaire_id", "user_id", "service_id", "fiche_id") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_commentaire_id_fkey" FOREIGN KEY ("commentaire_id") REFERENCES "commentaire"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_fiche_id_fkey" FOREIGN KEY ("fiche_id") REFERENCES "fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;
