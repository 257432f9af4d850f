-- CreateTable
CREATE TABLE "octroi" (
    "id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "plan_id" UUID,
    "fiche_id" UUID,
    "membre_id" UUID,
    "service_id" UUID,
    "email" TEXT,
    "niveau" "Ouverture" NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "octroi_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "octroi_fiche_id_idx" ON "octroi"("fiche_id");

-- CreateIndex
CREATE INDEX "octroi_membre_id_idx" ON "octroi"("membre_id");

-- CreateIndex
CREATE INDEX "octroi_service_id_idx" ON "octroi"("service_id");

-- CreateIndex
CREATE INDEX "octroi_email_idx" ON "octroi"("email");

-- CreateIndex
CREATE UNIQUE INDEX "octroi_plan_id_fiche_id_membre_id_service_id_email_key" ON "octroi"("plan_id", "fiche_id", "membre_id", "service_id", "email") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "octroi" ADD CONSTRAINT "octroi_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "octroi" ADD CONSTRAINT "octroi_plan_id_collectivite_id_fkey" FOREIGN KEY ("plan_id", "collectivite_id") REFERENCES "plan"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "octroi" ADD CONSTRAINT "octroi_fiche_id_collectivite_id_fkey" FOREIGN KEY ("fiche_id", "collectivite_id") REFERENCES "fiche"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "octroi" ADD CONSTRAINT "octroi_membre_id_collectivite_id_fkey" FOREIGN KEY ("membre_id", "collectivite_id") REFERENCES "membre"("id", "collectivite_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "octroi" ADD CONSTRAINT "octroi_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "octroi" ADD CONSTRAINT "octroi_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- By hand: on one thing, to one grantee; an address as it is compared.
ALTER TABLE "octroi" ADD CONSTRAINT "octroi_on_one_check" CHECK (num_nonnulls("plan_id", "fiche_id") = 1);
ALTER TABLE "octroi" ADD CONSTRAINT "octroi_to_one_check" CHECK (num_nonnulls("membre_id", "service_id", "email") = 1);
ALTER TABLE "octroi" ADD CONSTRAINT "octroi_email_check" CHECK ("email" = lower("email") AND "email" <> '');
