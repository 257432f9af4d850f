-- CreateTable
CREATE TABLE "plan_modele" (
    "id" UUID NOT NULL,
    "collectivite_id" UUID NOT NULL,
    "nom" TEXT NOT NULL,
    "nom_normalise" TEXT NOT NULL,
    "type" "PlanType" NOT NULL,
    "type_autre" TEXT,
    "contenu" JSONB NOT NULL,
    "axes_count" INTEGER NOT NULL,
    "champs_count" INTEGER NOT NULL,
    "fiches_count" INTEGER NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_modele_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "plan_modele_collectivite_id_nom_normalise_key" ON "plan_modele"("collectivite_id", "nom_normalise");

-- AddForeignKey
ALTER TABLE "plan_modele" ADD CONSTRAINT "plan_modele_collectivite_id_fkey" FOREIGN KEY ("collectivite_id") REFERENCES "collectivite"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_modele" ADD CONSTRAINT "plan_modele_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The journal says that a model came, was renamed or went; what it holds changes no plan.
CALL journalise_table('plan_modele', 'id', 'r.collectivite_id, NULL::uuid, NULL::uuid, NULL::uuid, NULL::uuid', ignored => 'collectivite_id,nom_normalise,contenu');
